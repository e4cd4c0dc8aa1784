/** What people do on the fake Discord: they ask, click, choose, write, edit and delete; and what moderators do with the bot. */
import type { Gateway } from './gateway.ts'
import { type Channel, channel, guildData, type Person, snowflake } from './people.ts'
import type { ApiServer } from './server.ts'
import { createInteraction, type FakeInteraction, type FakeMessage, type Field, type Store } from './store.ts'
import { allComponents, type Component } from './validate.ts'
import { type Asking, interactionData, placeOf, type Saying, type SentFile, type World, writtenData } from './world.ts'

export type Actions = {
  slash(name: string, options?: Readonly<Record<string, string | boolean>>, asking?: Asking): FakeInteraction
  messageCommand(name: string, target: string, asking?: Asking): FakeInteraction
  autocomplete(name: string, option: string, typed: string, asking?: Asking): FakeInteraction
  /** Clicks the button with this label, or chooses the option of a menu. @throws when the message has none, or it is disabled. */
  click(message: FakeMessage, label: string, asking?: Asking): FakeInteraction
  clickId(message: FakeMessage, customId: string, asking?: Asking): FakeInteraction
  choose(message: FakeMessage, value: string, asking?: Asking): FakeInteraction
  /** Types into the field that a click opened, and sends it. */
  type(field: Field, text: string, asking?: Asking): FakeInteraction
  /** Somebody writes a message; `<@bot>` in it mentions the bot. Gives the message's id. */
  say(content: string, saying?: Saying): string
  edit(id: string, content: string, saying?: Saying): void
  remove(id: string, saying?: Saying): void
  dm(who: Person): Channel
  /** The bot is invited to another server, one of whose channels it gives, or removed from a server. */
  invite(guildId?: string): Channel
  expel(guildId: string): void
}

type Stage = {
  readonly store: Store
  readonly world: World
  readonly gateway: Gateway
  readonly api: ApiServer
}

const COMPONENT = { button: 2, select: 3 } as const
const INTERACTION = { command: 2, component: 3, autocomplete: 4, field: 5 } as const
const COMMAND = { slash: 1, message: 3 } as const
const OPTION = { subcommand: 1, string: 3, boolean: 5, attachment: 11 } as const

export function createActions(stage: Stage): Actions {
  return { ...createCommands(stage), ...createClicks(stage), ...createWriting(stage), ...createMembership(stage) }
}

function createCommands(stage: Stage): Pick<Actions, 'slash' | 'messageCommand' | 'autocomplete'> {
  const { world } = stage
  return {
    slash(name, given = {}, asking = {}) {
      const sent = Object.entries(asking.files ?? {}).map(([option, file]) => ({ option, ...attach(stage, file) }))
      const files = sent.map(({ option, id }) => ({ name: option, type: OPTION.attachment, value: id }))
      const resolved = { attachments: Object.fromEntries(sent.map(({ id, data }) => [id, data])) }
      const options = within(asking, [...optionData(given), ...files])
      const data = { id: '1', name, type: COMMAND.slash, options, ...(sent.length === 0 ? {} : { resolved }) }
      return interact(stage, INTERACTION.command, data, asking, null)
    },
    messageCommand(name, target, asking = {}) {
      const id = snowflake()
      const { ben } = world
      const written = writtenData(world, id, target, { by: ben, in: asking.in ?? world.dm(ben.id) })
      const messages = { [id]: { ...written, ...asking.target } }
      const data = { id: '2', name, type: COMMAND.message, target_id: id, resolved: { messages } }
      return interact(stage, INTERACTION.command, data, asking, null)
    },
    autocomplete(name, option, typed, asking = {}) {
      const focused = { type: OPTION.string, name: option, value: typed, focused: true }
      const data = { id: '1', name, type: COMMAND.slash, options: within(asking, [focused]) }
      return interact(stage, INTERACTION.autocomplete, data, asking, null)
    },
  }
}

function createClicks(stage: Stage): Pick<Actions, 'click' | 'clickId' | 'choose' | 'type'> {
  const clickId: Actions['clickId'] = (message, customId, asking = {}) => {
    const data = { component_type: COMPONENT.button, custom_id: customId, id: 1 }
    return interact(stage, INTERACTION.component, data, asking, message)
  }
  const chooseIn = (customId: string, value: string, message: FakeMessage, asking: Asking): FakeInteraction => {
    const data = { component_type: COMPONENT.select, custom_id: customId, values: [value], id: 1 }
    return interact(stage, INTERACTION.component, data, asking, message)
  }
  return {
    clickId,
    click(message, label, asking = {}) {
      const button = buttonsOf(message).find(candidate => candidate.label === label)
      const menu = button === undefined ? menuWith(message, label) : null
      if (menu !== null) return chooseIn(menu.customId, menu.value, message, asking)
      if (button?.custom_id === undefined || button.disabled === true) {
        const labels = buttonsOf(message).map(other => other.label)
        throw new Error(`no button ${label} to click among: ${labels.join(', ')}`)
      }
      return clickId(message, button.custom_id, asking)
    },
    choose(message, value, asking = {}) {
      const menus = allComponents(message.components).filter(({ type }) => type === COMPONENT.select)
      const menu = menus.find(({ options }) => options?.some(option => option.value === value)) ?? menus[0]
      return chooseIn(menu?.custom_id ?? '', value, message, asking)
    },
    type({ customId, under }, text, asking = {}) {
      const component = { type: 4, id: 2, custom_id: 'question', value: text }
      const data = { custom_id: customId, components: [{ type: 18, id: 1, component }] }
      return interact(stage, INTERACTION.field, data, asking, under)
    },
  }
}

function createWriting({ world, gateway }: Stage): Pick<Actions, 'say' | 'edit' | 'remove' | 'dm'> {
  return {
    say(content, saying = {}) {
      const id = snowflake()
      gateway.dispatch('MESSAGE_CREATE', writtenData(world, id, content, saying))
      return id
    },
    edit(id, content, saying = {}) {
      const edited_timestamp = '2024-06-01T12:01:00.000Z'
      gateway.dispatch('MESSAGE_UPDATE', { ...writtenData(world, id, content, saying), edited_timestamp })
    },
    remove(id, saying = {}) {
      const where = saying.in ?? world.general
      const guild = where.guildId === null ? {} : { guild_id: where.guildId }
      gateway.dispatch('MESSAGE_DELETE', { id, channel_id: where.id, ...guild })
    },
    dm: who => world.dm(who.id),
  }
}

function createMembership({ world, gateway }: Stage): Pick<Actions, 'invite' | 'expel'> {
  return {
    invite(guildId = snowflake()) {
      const where = channel('text', guildId)
      world.channels.set(where.id, where)
      world.guilds.set(guildId, [where])
      gateway.dispatch('GUILD_CREATE', guildData(guildId, world.bot, [where]))
      return where
    },
    expel(id) {
      world.guilds.delete(id)
      gateway.dispatch('GUILD_DELETE', { id })
    },
  }
}

function interact(
  { store, world, gateway }: Stage,
  type: number,
  data: object,
  asking: Asking,
  clicked: FakeMessage | null,
): FakeInteraction {
  const interaction = createInteraction(store, placeOf(world, asking, clicked).id, clicked)
  gateway.dispatch('INTERACTION_CREATE', interactionData(world, interaction, type, data, asking))
  return interaction
}

function attach({ api }: Stage, { name, bytes, size, url }: SentFile): { readonly id: string; readonly data: object } {
  const id = snowflake()
  const path = `/attachments/${id}`
  api.files.set(path, bytes)
  const place = url ?? `http://127.0.0.1:${api.port}${path}`
  return { id, data: { id, filename: name, size: size ?? bytes.length, url: place, proxy_url: place } }
}

/** The menu that has an option with this label. */
function menuWith(message: FakeMessage, label: string): { readonly customId: string; readonly value: string } | null {
  for (const { custom_id, options = [] } of allComponents(message.components)) {
    const option = options.find(candidate => candidate.label === label)
    if (custom_id !== undefined && option !== undefined) return { customId: custom_id, value: option.value }
  }
  return null
}

/** The labels of buttons, and of the options of menus, in order. */
export function labelsOf(message: FakeMessage): string[] {
  return allComponents(message.components).flatMap(({ type, label, options = [] }) => [
    ...(type === COMPONENT.button && label !== undefined ? [label] : []),
    ...options.map(option => option.label),
  ])
}

export function buttonsOf(message: FakeMessage): Component[] {
  return allComponents(message.components).filter(({ type }) => type === COMPONENT.button)
}

/** Options stand inside the subcommand, where there is one. */
function within({ subcommand }: Asking, options: readonly object[]): readonly object[] {
  return subcommand === undefined ? options : [{ type: OPTION.subcommand, name: subcommand, options }]
}

function optionData(given: Readonly<Record<string, string | boolean>>): object[] {
  return Object.entries(given).map(([name, value]) => ({
    name,
    value,
    type: typeof value === 'string' ? OPTION.string : OPTION.boolean,
  }))
}
