/** What the handlers of the fake Discord's REST API share: its store, how replies look, and how faults are noted. */
import type { FakeMessage, Store } from './store.ts'
import { messageFaults, type Payload, payloadSchema } from './validate.ts'

export type Reply = { readonly status: number; readonly body?: unknown }

export type RestOptions = {
  readonly botId: string
  readonly applicationId: string
  readonly botData: object
  readonly gatewayUrl: () => string
  /** How many shards Discord recommends. */
  readonly shards: number
  readonly messageData: (message: FakeMessage) => object
  readonly channelData: (id: string) => object | null
  /** Null for a server that the bot is not in. */
  readonly guildData: (id: string) => object | null
  /** The servers that the bot is in, as it lists them itself. */
  readonly ownGuilds: () => readonly object[]
  readonly openDm: (personId: string) => object
}

/** Answers one request; `match` is what the route's pattern found in the path, `body` is parsed JSON. */
export type Handler = (match: readonly string[], body: unknown) => Reply
export type Route = readonly [method: string, path: RegExp, handler: Handler]

export const UNKNOWN_MESSAGE = { code: 10008, message: 'Unknown Message' }

export type Desk = {
  readonly store: Store
  readonly options: RestOptions
  note(faults: readonly string[], where: string): void
  /** A message as sent; what is none is noted, and read as empty. */
  parse(body: unknown, where: string): Payload
  /** The reply to a payload with faults, which are noted; null where there are none. */
  refuse(faults: readonly string[], where: string): Reply | null
  /** The same for a message. */
  refuseMessage(payload: Payload, sent: Parameters<typeof messageFaults>[1], where: string): Reply | null
  /** The reply that shows a message. */
  show(message: FakeMessage): Reply
}

export function createDesk(store: Store, options: RestOptions): Desk {
  const note: Desk['note'] = (faults, where) => {
    for (const fault of faults) store.violations.push(`${where}: ${fault}`)
  }
  const refuse: Desk['refuse'] = (faults, where) => {
    note(faults, where)
    return faults.length === 0 ? null : { status: 400, body: { code: 50035, message: faults.join('; ') } }
  }
  return {
    store,
    options,
    note,
    refuse,
    refuseMessage: (payload, sent, where) => refuse(messageFaults(payload, sent), where),
    show: message => ({ status: 200, body: options.messageData(message) }),
    parse(body, where) {
      const parsed = payloadSchema.safeParse(body)
      if (!parsed.success) note([parsed.error.message], where)
      return parsed.success ? parsed.data : {}
    },
  }
}
