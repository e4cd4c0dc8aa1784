/**
 * A Discord on loopback for tests: a gateway and a REST API for the real discord.js client, people who ask and click, faults on
 * demand, and a list of everything that the bot sent against Discord's rules. Tests wait for what happens; nothing sleeps.
 */
import { createGateway, type Gateway } from './fake-discord/gateway.ts'
import {
  type Channel,
  channel,
  channelData,
  guildData,
  type Person,
  person,
  snowflake,
  userData,
} from './fake-discord/people.ts'
import { createRest } from './fake-discord/rest.ts'
import { createApiServer, type Fault } from './fake-discord/server.ts'
import {
  createInteraction,
  createStore,
  type FakeInteraction,
  type FakeMessage,
  type Store,
} from './fake-discord/store.ts'
import { allComponents, type Component, FLAGS } from './fake-discord/validate.ts'
import {
  type Asking,
  createWorld,
  interactionData,
  messageData,
  placeOf,
  type Saying,
  type SentFile,
  type World,
  worldData,
  writtenData,
} from './fake-discord/world.ts'

export { type Channel, PERMISSIONS, type Person, person } from './fake-discord/people.ts'
export type { Fault } from './fake-discord/server.ts'
export type { FakeInteraction, FakeMessage } from './fake-discord/store.ts'
export type { Asking, Saying, SentFile } from './fake-discord/world.ts'

export type FakeDiscord = Omit<World, 'channels' | 'dm'> & {
  readonly address: { readonly api: string }
  readonly token: string
  readonly gateway: Gateway
  readonly store: Store
  /** Requests so far, as `METHOD /path`. */
  readonly requests: string[]
  fault(fault: Fault): void
  /** Resolves when the next request comes whose `METHOD /path` fits. */
  requested(pattern: RegExp): Promise<void>
  slash(name: string, options?: Readonly<Record<string, string | boolean>>, asking?: Asking): FakeInteraction
  messageCommand(name: string, target: string, asking?: Asking): FakeInteraction
  autocomplete(name: string, option: string, typed: string, asking?: Asking): FakeInteraction
  /** Clicks the button with this label. @throws when the message has none, or it is disabled. */
  click(message: FakeMessage, label: string, asking?: Asking): FakeInteraction
  clickId(message: FakeMessage, customId: string, asking?: Asking): FakeInteraction
  choose(message: FakeMessage, value: string, asking?: Asking): FakeInteraction
  /** Somebody writes a message; `<@bot>` in it mentions the bot. Gives the message's id. */
  say(content: string, saying?: Saying): string
  edit(id: string, content: string, saying?: Saying): void
  remove(id: string, saying?: Saying): void
  dm(who: Person): Channel
  /** The bot is invited to another server, one of whose channels it gives, or removed from a server. */
  invite(): Channel
  expel(guildId: string): void
  close(): Promise<void>
}

export type FakeOptions = {
  /** Close the gateway's connection with this code when the bot identifies itself. */
  readonly refuseWith?: number
  readonly heartbeatMs?: number
  /** Answer every request with 401. */
  readonly refuseToken?: boolean
}

/** The words that a message shows, as Markdown. */
export function shown(message: FakeMessage): string {
  return allComponents(message.components)
    .flatMap(({ content }) => (content === undefined ? [] : [content]))
    .join('\n')
}

export function buttonsOf(message: FakeMessage): Component[] {
  return allComponents(message.components).filter(({ type }) => type === COMPONENT.button)
}

export function isPrivate(message: FakeMessage): boolean {
  return (message.flags & FLAGS.ephemeral) !== 0
}

const COMPONENT = { button: 2, select: 3 } as const
const INTERACTION = { command: 2, component: 3, autocomplete: 4 } as const
const COMMAND = { slash: 1, message: 3 } as const
const OPTION = { subcommand: 1, string: 3, boolean: 5, attachment: 11 } as const

export async function createFakeDiscord(options: FakeOptions = {}): Promise<FakeDiscord> {
  const token = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.fake.token'
  const store = createStore()
  const world = createWorld()
  const { bot, guildId, ada, ben, moderator, editor, general, thread, readOnly } = world
  const answer = createRest(store, {
    botId: bot.id,
    applicationId: bot.id,
    botData: userData(bot),
    gatewayUrl: () => `ws://127.0.0.1:${api.port}`,
    messageData: message => messageData(world, message),
    channelData: id => {
      const where = world.channels.get(id)
      return where === undefined ? null : channelData(where, general.id)
    },
    openDm: who => ({ ...channelData(world.dm(who)), recipients: [userData({ ...person('Somebody'), id: who })] }),
  })
  const note = (violation: string): void => void store.violations.push(violation)
  const api = await createApiServer({ token: options.refuseToken === true ? null : token, answer, note })
  const gateway = createGateway(api.server, () => `ws://127.0.0.1:${api.port}`, {
    token,
    refuseWith: options.refuseWith ?? null,
    heartbeatMs: options.heartbeatMs ?? 45_000,
    ready: () => ({
      user: userData(bot),
      guilds: [{ id: guildId, unavailable: true }],
      application: { id: bot.id, flags: 0 },
    }),
    afterReady: () => [{ name: 'GUILD_CREATE', data: worldData(world) }],
  })

  const interact = (type: number, data: object, asking: Asking, clicked: FakeMessage | null): FakeInteraction => {
    const interaction = createInteraction(store, placeOf(world, asking, clicked).id, clicked)
    gateway.dispatch('INTERACTION_CREATE', interactionData(world, interaction, type, data, asking))
    return interaction
  }
  const clickId = (message: FakeMessage, customId: string, asking: Asking = {}): FakeInteraction =>
    interact(INTERACTION.component, { component_type: COMPONENT.button, custom_id: customId, id: 1 }, asking, message)

  const attach = ({ name, bytes, size, url }: SentFile): { readonly id: string; readonly data: object } => {
    const id = snowflake()
    const path = `/attachments/${id}`
    api.files.set(path, bytes)
    const place = url ?? `http://127.0.0.1:${api.port}${path}`
    return { id, data: { id, filename: name, size: size ?? bytes.length, url: place, proxy_url: place } }
  }

  return {
    address: { api: `http://127.0.0.1:${api.port}/api` },
    token,
    guildId,
    bot,
    ada,
    ben,
    moderator,
    editor,
    general,
    thread,
    readOnly,
    gateway,
    store,
    requests: api.requests,
    fault: fault => api.faults.push(fault),
    requested: api.requested,
    slash(name, given = {}, asking = {}) {
      const sent = Object.entries(asking.files ?? {}).map(([option, file]) => ({ option, ...attach(file) }))
      const files = sent.map(({ option, id }) => ({ name: option, type: OPTION.attachment, value: id }))
      const resolved = { attachments: Object.fromEntries(sent.map(({ id, data }) => [id, data])) }
      const options = within(asking, [...optionData(given), ...files])
      const data = { id: '1', name, type: COMMAND.slash, options, ...(sent.length === 0 ? {} : { resolved }) }
      return interact(INTERACTION.command, data, asking, null)
    },
    messageCommand(name, target, asking = {}) {
      const id = snowflake()
      const messages = { [id]: writtenData(world, id, target, { by: ben, in: asking.in ?? world.dm(ben.id) }) }
      const data = { id: '2', name, type: COMMAND.message, target_id: id, resolved: { messages } }
      return interact(INTERACTION.command, data, asking, null)
    },
    autocomplete(name, option, typed, asking = {}) {
      const focused = { type: OPTION.string, name: option, value: typed, focused: true }
      return interact(
        INTERACTION.autocomplete,
        { id: '1', name, type: COMMAND.slash, options: within(asking, [focused]) },
        asking,
        null,
      )
    },
    click(message, label, asking = {}) {
      const button = buttonsOf(message).find(candidate => candidate.label === label)
      if (button?.custom_id === undefined || button.disabled === true) {
        const labels = buttonsOf(message).map(other => other.label)
        throw new Error(`no button ${label} to click among: ${labels.join(', ')}`)
      }
      return clickId(message, button.custom_id, asking)
    },
    clickId,
    choose(message, value, asking = {}) {
      const menu = allComponents(message.components).find(({ type }) => type === COMPONENT.select)
      const data = { component_type: COMPONENT.select, custom_id: menu?.custom_id ?? '', values: [value], id: 1 }
      return interact(INTERACTION.component, data, asking, message)
    },
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
      const where = saying.in ?? general
      const guild = where.guildId === null ? {} : { guild_id: where.guildId }
      gateway.dispatch('MESSAGE_DELETE', { id, channel_id: where.id, ...guild })
    },
    dm: who => world.dm(who.id),
    invite() {
      const where = channel('text', snowflake())
      world.channels.set(where.id, where)
      gateway.dispatch('GUILD_CREATE', guildData(where.guildId ?? '', bot, [where]))
      return where
    },
    expel: id => gateway.dispatch('GUILD_DELETE', { id }),
    async close() {
      await gateway.close()
      await api.close()
    },
  }
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
