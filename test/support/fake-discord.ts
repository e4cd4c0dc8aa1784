/**
 * A Discord on loopback for tests: a gateway and a REST API for the real discord.js client, people who ask and click, faults on
 * demand, and a list of everything that the bot sent against Discord's rules. Tests wait for what happens; nothing sleeps.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { createGateway, type Gateway } from './fake-discord/gateway.ts'
import { openApiCheck } from './fake-discord/openapi.ts'
import {
  type Channel,
  channel,
  channelData,
  guildData,
  memberData,
  type Person,
  person,
  snowflake,
  userData,
} from './fake-discord/people.ts'
import { createRest } from './fake-discord/rest.ts'
import { createQueue, createStore, type FakeInteraction, type FakeMessage, type Store } from './fake-discord/store.ts'
import { allComponents, type Component, FLAGS } from './fake-discord/validate.ts'

export { type Channel, PERMISSIONS, type Person, person } from './fake-discord/people.ts'
export type { FakeInteraction, FakeMessage } from './fake-discord/store.ts'

/** What to do to requests instead of answering them; `matches` is tried against `METHOD /path`. */
export type Fault = {
  readonly matches: RegExp
  /** How many requests meet it. */
  times: number
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** Cut the connection: before the request took effect, or after, so that the bot cannot know. */
  readonly cut?: 'before' | 'after'
  readonly delayMs?: number
}

export type Asking = {
  readonly by?: Person
  readonly in?: Channel
  readonly guildId?: string | null
  readonly locale?: string
}

export type FakeDiscord = {
  readonly address: { readonly api: string }
  readonly token: string
  readonly guildId: string
  readonly bot: Person
  /** A member, another one, and one who may manage messages. */
  readonly ada: Person
  readonly ben: Person
  readonly moderator: Person
  readonly general: Channel
  readonly thread: Channel
  /** Where the bot may read, but not write. */
  readonly readOnly: Channel
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
  close(): Promise<void>
}

export type Saying = {
  readonly by?: Person
  readonly in?: Channel
  readonly replyTo?: FakeMessage
  /** Whether the reply pings whom it replies to. */
  readonly pings?: boolean
  readonly webhook?: boolean
  readonly mentionsEveryone?: boolean
  readonly mentionsRole?: boolean
}

export type FakeOptions = {
  readonly refuseWith?: number
  readonly heartbeatMs?: number
  readonly refuseToken?: boolean
}

/** The words that a message shows, as Markdown. */
export function shown(message: FakeMessage): string {
  return allComponents(message.components)
    .flatMap(({ content }) => (content === undefined ? [] : [content]))
    .join('\n')
}

export function buttonsOf(message: FakeMessage): Component[] {
  return allComponents(message.components).filter(({ type }) => type === 2)
}

export function isPrivate(message: FakeMessage): boolean {
  return (message.flags & FLAGS.ephemeral) !== 0
}

// Read once for all fakes of a process: compiling the description takes a second.
const checkApi = openApiCheck()

export async function createFakeDiscord(options: FakeOptions = {}): Promise<FakeDiscord> {
  const token = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.fake.token'
  const store = createStore()
  const bot = person('Verbatim', { isBot: true })
  const [ada, ben, moderator] = [person('Ada'), person('Ben'), person('Mo', { mayManage: true })]
  const guildId = snowflake()
  const general = channel('text', guildId)
  const thread = channel('thread', guildId)
  const readOnly = channel('text', guildId, 1n << 11n)
  const channels = new Map([general, thread, readOnly].map(where => [where.id, where]))
  const dms = new Map<string, Channel>()
  const dm = (who: string): Channel => {
    const open = dms.get(who) ?? channel('dm', null)
    dms.set(who, open)
    channels.set(open.id, open)
    return open
  }

  const messageData = (message: FakeMessage): object => ({
    id: message.id,
    channel_id: message.channelId,
    author: userData(bot),
    content: message.content,
    timestamp: '2024-06-01T12:00:00.000Z',
    edited_timestamp: message.edits > 0 ? '2024-06-01T12:00:01.000Z' : null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    type: 0,
    flags: message.flags,
    components: message.components,
  })

  const faults: Fault[] = []
  const requests: string[] = []
  const awaited: { readonly pattern: RegExp; readonly tell: () => void }[] = []
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      store.violations.push(`${request.method} ${request.url}: ${error}`)
      response.writeHead(500).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A TCP server's address is always of this kind.
  const { port } = server.address() as AddressInfo
  const gatewayUrl = (): string => `ws://127.0.0.1:${port}`
  const answer = createRest(store, {
    botId: bot.id,
    applicationId: bot.id,
    botData: userData(bot),
    gatewayUrl,
    messageData,
    channelData: id => {
      const where = channels.get(id)
      return where === undefined ? null : channelData(where, general.id)
    },
    openDm: who => ({ ...channelData(dm(who)), recipients: [userData({ ...person('Somebody'), id: who })] }),
  })

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const path = decodeURIComponent((request.url ?? '').replace(/^\/api\/v\d+/, '').replace(/\?.*$/, ''))
    const line = `${request.method} ${path}`
    requests.push(line)
    for (const { pattern, tell } of awaited) if (pattern.test(line)) tell()
    const fault = faults.find(({ matches, times }) => times > 0 && matches.test(line))
    if (fault !== undefined) {
      fault.times -= 1
      if (fault.delayMs !== undefined) await delay(fault.delayMs)
      if (fault.cut === 'before') return void request.socket.destroy()
      if (fault.status !== undefined) {
        response
          .writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers })
          .end(JSON.stringify(fault.body ?? {}))
        return
      }
    }
    const isOpen = path.startsWith('/interactions/') || path.startsWith('/webhooks/')
    const isKnown = isOpen || (request.headers.authorization === `Bot ${token}` && options.refuseToken !== true)
    const body = await parseBody(Buffer.concat(chunks), request.headers['content-type'] ?? '')
    for (const fault of checkApi?.(request.method ?? '', path, body) ?? []) store.violations.push(fault)
    const reply = isKnown
      ? answer(request.method ?? '', path, body)
      : { status: 401, body: { code: 0, message: '401: Unauthorized' } }
    if (fault?.cut === 'after') return void request.socket.destroy()
    if (reply.body === undefined) response.writeHead(reply.status).end()
    else response.writeHead(reply.status, { 'content-type': 'application/json' }).end(JSON.stringify(reply.body))
  }

  const gateway = createGateway(server, gatewayUrl, {
    token,
    refuseWith: options.refuseWith ?? null,
    heartbeatMs: options.heartbeatMs ?? 45_000,
    ready: () => ({
      user: userData(bot),
      guilds: [{ id: guildId, unavailable: true }],
      application: { id: bot.id, flags: 0 },
    }),
    afterReady: () => [{ name: 'GUILD_CREATE', data: guildData(guildId, bot, [general, thread, readOnly]) }],
  })

  const interact = (type: number, data: object, asking: Asking, clicked: FakeMessage | null): FakeInteraction => {
    const who = asking.by ?? ada
    const where = asking.in ?? (clicked === null ? general : (channels.get(clicked.channelId) ?? general))
    const isDm = where.kind === 'dm'
    const interaction: FakeInteraction = {
      id: snowflake(),
      token: `token-${snowflake()}`,
      channelId: where.id,
      clicked,
      sentAt: performance.now(),
      state: 'open',
      isPrivateDeferral: false,
      original: null,
      answeredAt: null,
      answers: 0,
      choices: createQueue(),
      shown: createQueue(),
    }
    store.interactions.set(interaction.token, interaction)
    gateway.dispatch('INTERACTION_CREATE', {
      id: interaction.id,
      application_id: bot.id,
      token: interaction.token,
      type,
      version: 1,
      data,
      channel_id: where.id,
      channel: { ...channelData(where, general.id), permissions: '0' },
      ...(isDm
        ? { user: userData(who) }
        : { guild_id: asking.guildId ?? guildId, guild_locale: 'en-US', member: memberData(who) }),
      locale: asking.locale ?? who.locale,
      app_permissions: '0',
      entitlements: [],
      authorizing_integration_owners: {},
      context: isDm ? 1 : 0,
      attachment_size_limit: 10_485_760,
      ...(clicked === null ? {} : { message: messageData(clicked) }),
    })
    return interaction
  }

  const writtenData = (id: string, content: string, saying: Saying): object => {
    const who = saying.by ?? ada
    const where = saying.in ?? general
    const text = content.replaceAll('<@bot>', `<@${bot.id}>`)
    const isMentioned = text.includes(`<@${bot.id}>`) || (saying.replyTo !== undefined && saying.pings !== false)
    return {
      id,
      channel_id: where.id,
      author: userData(who),
      // Without the privileged intent words arrive only where the bot is spoken to.
      content: isMentioned || where.kind === 'dm' ? text : '',
      timestamp: '2024-06-01T12:00:00.000Z',
      edited_timestamp: null,
      tts: false,
      mention_everyone: saying.mentionsEveryone ?? false,
      mentions: isMentioned ? [userData(bot)] : [],
      mention_roles: saying.mentionsRole === true ? [guildId] : [],
      attachments: [],
      embeds: [],
      pinned: false,
      flags: 0,
      components: [],
      channel_type: where.kind === 'dm' ? 1 : where.kind === 'thread' ? 11 : 0,
      type: saying.replyTo === undefined ? 0 : 19,
      ...(where.kind === 'dm' ? {} : { guild_id: guildId, member: { ...memberData(who), user: undefined } }),
      ...(saying.webhook === true ? { webhook_id: snowflake() } : {}),
      ...(saying.replyTo === undefined
        ? {}
        : {
            message_reference: { type: 0, message_id: saying.replyTo.id, channel_id: where.id },
            referenced_message: messageData(saying.replyTo),
          }),
    }
  }

  const clickId = (message: FakeMessage, customId: string, asking: Asking = {}): FakeInteraction =>
    interact(3, { component_type: 2, custom_id: customId, id: 1 }, asking, message)

  return {
    address: { api: `http://127.0.0.1:${port}/api` },
    token,
    guildId,
    bot,
    ada,
    ben,
    moderator,
    general,
    thread,
    readOnly,
    gateway,
    store,
    requests,
    fault: fault => faults.push(fault),
    requested: pattern => new Promise(tell => awaited.push({ pattern, tell })),
    slash: (name, given = {}, asking = {}) =>
      interact(2, { id: '1', name, type: 1, options: optionData(given) }, asking, null),
    messageCommand(name, target, asking = {}) {
      const id = snowflake()
      const messages = { [id]: writtenData(id, `${target}`, { by: ben, in: asking.in ?? dm(ben.id) }) }
      return interact(2, { id: '2', name, type: 3, target_id: id, resolved: { messages } }, asking, null)
    },
    autocomplete: (name, option, typed, asking = {}) =>
      interact(
        4,
        { id: '1', name, type: 1, options: [{ type: 3, name: option, value: typed, focused: true }] },
        asking,
        null,
      ),
    click(message, label, asking = {}) {
      const button = buttonsOf(message).find(candidate => candidate.label === label)
      if (button?.custom_id === undefined || button.disabled === true) {
        throw new Error(
          `no button ${label} to click among: ${buttonsOf(message)
            .map(other => other.label)
            .join(', ')}`,
        )
      }
      return clickId(message, button.custom_id, asking)
    },
    clickId,
    choose(message, value, asking = {}) {
      const menu = allComponents(message.components).find(({ type }) => type === 3)
      return interact(
        3,
        { component_type: 3, custom_id: menu?.custom_id ?? '', values: [value], id: 1 },
        asking,
        message,
      )
    },
    say(content, saying = {}) {
      const id = snowflake()
      gateway.dispatch('MESSAGE_CREATE', writtenData(id, content, saying))
      return id
    },
    edit: (id, content, saying = {}) =>
      gateway.dispatch('MESSAGE_UPDATE', {
        ...writtenData(id, content, saying),
        edited_timestamp: '2024-06-01T12:01:00.000Z',
      }),
    remove(id, saying = {}) {
      const where = saying.in ?? general
      gateway.dispatch('MESSAGE_DELETE', {
        id,
        channel_id: where.id,
        ...(where.guildId === null ? {} : { guild_id: where.guildId }),
      })
    },
    dm: who => dm(who.id),
    async close() {
      await gateway.close()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function optionData(given: Readonly<Record<string, string | boolean>>): object[] {
  return Object.entries(given).map(([name, value]) => ({ name, value, type: typeof value === 'string' ? 3 : 5 }))
}

/** JSON, or the JSON part of a form with files. */
async function parseBody(body: Buffer, type: string): Promise<unknown> {
  if (body.length === 0) return null
  if (!type.startsWith('multipart/')) return JSON.parse(body.toString('utf8'))
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  return JSON.parse(String(form.get('payload_json')))
}
