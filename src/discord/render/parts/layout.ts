/** The blocks that messages are laid out from, as Discord's API wants them. What stands in them is left to the renderers. */
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type APIFileComponent,
  type APIMediaGalleryComponent,
  type APIMessageTopLevelComponent,
  type APISelectMenuOption,
  type APISeparatorComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord.js'
import { type Click, formatCustomId, parseCustomId } from '../../custom-id.ts'
import { BUTTON_LABEL, BUTTON_URL, ROW_BUTTONS, SELECT_OPTIONS } from '../../limits.ts'

/** Nobody is ever pinged: Discord's defaults parse mentions in what is sent, and most in what is sent outside interactions. */
export const NO_MENTIONS = { parse: [], repliedUser: false } as const

/** A file shown by the message; `name` is what components call it by, as `attachment://name`. */
export type MessageFile = { readonly attachment: Buffer; readonly name: string; readonly description: string }

/** A whole message in Components V2. They need no permission to embed links, and show where embeds are switched off. */
export type MessageBody = {
  /** Components V2, perhaps with flags besides. */
  readonly flags: number
  readonly components: APIMessageTopLevelComponent[]
  readonly allowedMentions: { readonly parse: []; readonly repliedUser: false }
  readonly files?: MessageFile[]
}

export function message(components: APIMessageTopLevelComponent[], files: MessageFile[] = []): MessageBody {
  return {
    flags: MessageFlags.IsComponentsV2,
    components,
    allowedMentions: { parse: [], repliedUser: false },
    ...(files.length === 0 ? {} : { files }),
  }
}

/** What a message's edge is coloured for. The words say the same: colour is never the only sign. */
export const colours = {
  found: 0x2e7d32,
  nearest: 0xb26a00,
  nothing: 0x616161,
  plain: 0x3f51b5,
  fault: 0xb71c1c,
} as const

export function container(
  colour: number,
  components: readonly (APIComponentInContainer | null)[],
): APIContainerComponent {
  return {
    type: ComponentType.Container,
    accent_color: colour,
    components: components.filter(component => component !== null),
  }
}

/** `id` lets the text be read off the message again; see `request.ts`. */
export function text(content: string, id?: number): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content, ...(id === undefined ? {} : { id }) }
}

/** A picture that the message brings along as the file `name`; `description` is read out to those who do not see it. */
export function picture(name: string, description: string): APIMediaGalleryComponent {
  return { type: ComponentType.MediaGallery, items: [{ media: { url: `attachment://${name}` }, description }] }
}

/** A file that the message brings along, to be downloaded. */
export function attachedFile(name: string): APIFileComponent {
  return { type: ComponentType.File, file: { url: `attachment://${name}` } }
}

export function separator(): APISeparatorComponent {
  return { type: ComponentType.Separator }
}

/** Up to five buttons; null when there is none, since an empty row is refused. */
export function row(
  buttons: readonly (APIButtonComponent | null)[],
): APIActionRowComponent<APIComponentInMessageActionRow> | null {
  const present = buttons.filter(button => button !== null)
  return present.length === 0 ? null : { type: ComponentType.ActionRow, components: present }
}

/** One row of buttons; those that do not fit into it are options of a menu under it, `placeholder` in it. Links come early, since a menu has none. */
export function rows(
  buttons: readonly (APIButtonComponent | null)[],
  placeholder: string,
  click: Omit<Click, 'verb'>,
): ReturnType<typeof row>[] {
  const present = buttons.filter(button => button !== null)
  const options = present.slice(ROW_BUTTONS).flatMap(button => {
    const verb = 'custom_id' in button ? parseCustomId(button.custom_id)?.verb : undefined
    return verb === undefined || !('label' in button) ? [] : [{ label: button.label ?? verb, value: verb }]
  })
  return [row(present.slice(0, ROW_BUTTONS)), menu(placeholder, { ...click, verb: 'menu' }, options)]
}

export function button(
  label: string,
  click: Click,
  { disabled = false, style = 'secondary' }: { disabled?: boolean; style?: 'primary' | 'secondary' | 'danger' } = {},
): APIButtonComponent {
  const styles = { primary: ButtonStyle.Primary, secondary: ButtonStyle.Secondary, danger: ButtonStyle.Danger } as const
  return {
    type: ComponentType.Button,
    style: styles[style],
    label: label.slice(0, BUTTON_LABEL),
    custom_id: formatCustomId(click),
    ...(disabled ? { disabled } : {}),
  }
}

/** A button that opens `url`; null when Discord would refuse it as a button's address. */
export function linkButton(label: string, url: string | null): APIButtonComponent | null {
  if (url === null || url.length > BUTTON_URL || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return null
  return { type: ComponentType.Button, style: ButtonStyle.Link, label: label.slice(0, BUTTON_LABEL), url }
}

/** A menu from which one option is chosen; null without options. */
export function menu(
  placeholder: string,
  click: Click,
  options: readonly APISelectMenuOption[],
): APIActionRowComponent<APIComponentInMessageActionRow> | null {
  if (options.length === 0) return null
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: formatCustomId(click),
        placeholder,
        options: options.slice(0, SELECT_OPTIONS),
      },
    ],
  }
}

/** A message of one plain block of text. */
export function notice(content: string, colour: number = colours.plain): MessageBody {
  return message([container(colour, [text(content)])])
}
