/** Discord's rules for messages, checked on every payload; each fault is one line of text. Ours are here, too: nobody is pinged, every button has words. */
import { z } from 'zod'

/** A component, as far as the rules look at it. */
export type Component = {
  type: number
  id?: number | undefined
  components?: Component[] | undefined
  accessory?: Component | undefined
  content?: string | undefined
  label?: string | undefined
  custom_id?: string | undefined
  url?: string | undefined
  style?: number | undefined
  disabled?: boolean | undefined
  placeholder?: string | undefined
  options?: { label: string; value: string; description?: string | undefined }[] | undefined
  items?: { media: { url: string }; description?: string | null | undefined }[] | undefined
}

const componentSchema: z.ZodType<Component> = z.lazy(() =>
  z.looseObject({
    type: z.int(),
    id: z.int().optional(),
    components: z.array(componentSchema).optional(),
    accessory: componentSchema.optional(),
    content: z.string().optional(),
    label: z.string().optional(),
    custom_id: z.string().optional(),
    url: z.string().optional(),
    style: z.int().optional(),
    disabled: z.boolean().optional(),
    placeholder: z.string().optional(),
    options: z
      .array(z.looseObject({ label: z.string(), value: z.string(), description: z.string().optional() }))
      .optional(),
    items: z
      .array(z.looseObject({ media: z.looseObject({ url: z.string() }), description: z.string().nullish() }))
      .optional(),
  }),
)

export const payloadSchema = z.looseObject({
  content: z.string().nullish(),
  embeds: z.array(z.unknown()).nullish(),
  flags: z.int().nullish(),
  components: z.array(componentSchema).nullish(),
  allowed_mentions: z
    .looseObject({ parse: z.array(z.string()).optional(), replied_user: z.boolean().optional() })
    .nullish(),
  attachments: z
    .array(z.looseObject({ id: z.union([z.string(), z.int()]), description: z.string().nullish() }))
    .nullish(),
  nonce: z.union([z.string(), z.int()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
  message_reference: z.looseObject({ message_id: z.string() }).nullish(),
})
export type Payload = z.infer<typeof payloadSchema>

export const FLAGS = { ephemeral: 1 << 6, componentsV2: 1 << 15 } as const
const TYPES = {
  row: 1,
  button: 2,
  select: 3,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
} as const
const LINK = 5

/** The faults of a message. `sent` says how: replies in channels must say whether they ping whom they reply to. */
export function messageFaults(
  payload: Payload,
  sent: { readonly isChannel: boolean; readonly isEdit: boolean },
): string[] {
  const faults: string[] = []
  const expect = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault)
  }
  expect(payload.allowed_mentions?.parse?.length === 0, 'allowed_mentions must parse nothing')
  if (sent.isChannel)
    expect(payload.allowed_mentions?.replied_user === false, 'allowed_mentions must not ping whom it replies to')
  const isV2 = ((payload.flags ?? 0) & FLAGS.componentsV2) !== 0
  // What is written unasked may be a line of plain text: a notification shows nothing of components.
  const isLine = sent.isChannel && (payload.content ?? '').length > 0 && (payload.content ?? '').length <= 2_000
  expect(isV2 || sent.isEdit || isLine, 'messages are sent in Components V2')
  if (isV2) {
    expect(!payload.content && !payload.embeds?.length, 'Components V2 take neither content nor embeds')
    expect((payload.components?.length ?? 0) > 0, 'a message needs components')
  }
  return [...faults, ...componentFaults(payload.components ?? [])]
}

export function allComponents(components: readonly Component[]): Component[] {
  return components.flatMap(component => [
    component,
    ...allComponents(component.components ?? []),
    ...(component.accessory === undefined ? [] : allComponents([component.accessory])),
  ])
}

function componentFaults(components: readonly Component[]): string[] {
  const all = allComponents(components)
  const faults: string[] = []
  if (all.length > 40) faults.push(`${all.length} components, at most 40`)
  const shown = all.reduce((sum, { content }) => sum + (content?.length ?? 0), 0)
  if (shown > 4_000) faults.push(`${shown} characters of text, at most 4000`)
  const customIds = all.flatMap(({ custom_id }) => (custom_id === undefined ? [] : [custom_id]))
  if (new Set(customIds).size < customIds.length) faults.push(`custom ids are not unique: ${customIds.join(' ')}`)
  const ids = all.flatMap(({ id }) => (id === undefined ? [] : [id]))
  if (new Set(ids).size < ids.length) faults.push(`component ids are not unique: ${ids.join(' ')}`)
  for (const top of components) {
    const allowed: readonly number[] = [
      TYPES.row,
      TYPES.section,
      TYPES.text,
      TYPES.gallery,
      TYPES.file,
      TYPES.separator,
      TYPES.container,
    ]
    if (!allowed.includes(top.type)) faults.push(`a component of type ${top.type} cannot stand at the top`)
  }
  return [...faults, ...all.flatMap(faultsOfOne)]
}

function faultsOfOne(component: Component): string[] {
  const children = component.components ?? []
  switch (component.type) {
    case TYPES.row:
      return rowFaults(children)
    case TYPES.button:
      return buttonFaults(component)
    case TYPES.select:
      return [...within(component.custom_id, 1, 100, 'custom id'), ...optionFaults(component)]
    case TYPES.section:
      return children.length >= 1 && children.length <= 3 && component.accessory !== undefined
        ? []
        : ['a section holds one to three texts and an accessory']
    case TYPES.text:
      return within(component.content?.trim(), 1, 4_000, 'text')
    case TYPES.gallery:
      return (component.items ?? []).flatMap(item => within(item.description ?? undefined, 1, 1_024, 'alt text'))
    case TYPES.container:
      return children.length > 0 && children.every(({ type }) => type !== TYPES.container && type !== TYPES.button)
        ? []
        : ['a container holds rows, texts and the like, at least one']
    case TYPES.thumbnail:
    case TYPES.file:
    case TYPES.separator:
      return []
    default:
      return [`unknown component type ${component.type}`]
  }
}

function within(value: string | undefined, least: number, most: number, what: string): string[] {
  return value !== undefined && value.length >= least && value.length <= most
    ? []
    : [`${what}: expected ${least} to ${most} characters, got ${value?.length}`]
}

function rowFaults(children: readonly Component[]): string[] {
  const buttons = children.every(({ type }) => type === TYPES.button)
  const fits = buttons
    ? children.length >= 1 && children.length <= 5
    : children.length === 1 && children[0]?.type === TYPES.select
  return fits ? [] : ['a row holds one to five buttons, or one menu']
}

function buttonFaults({ label, style, url, custom_id }: Component): string[] {
  const target =
    style === LINK
      ? [...within(url, 1, 512, 'url'), ...(custom_id === undefined ? [] : ['a link has no custom id'])]
      : within(custom_id, 1, 100, 'custom id')
  return [...within(label?.trim(), 1, 80, 'label'), ...target]
}

function optionFaults({ options = [], placeholder = '' }: Component): string[] {
  const faults: string[] = []
  if (options.length < 1 || options.length > 25) faults.push(`a menu holds 1 to 25 options, got ${options.length}`)
  if (placeholder.length > 150) faults.push('a placeholder holds at most 150 characters')
  if (new Set(options.map(({ value }) => value)).size < options.length) faults.push('a menu has one value twice')
  for (const { label, value, description } of options) {
    for (const text of [label, value, ...(description === undefined ? [] : [description])]) {
      if (text.trim().length < 1 || text.length > 100)
        faults.push(`a menu's texts hold 1 to 100 characters, got ${text.length}`)
    }
  }
  return faults
}
