/** The gateway of the fake Discord: sessions, heartbeats, events, and the ways in which connections fail. */
import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import { createQueue, type Queue } from './store.ts'

const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  resume: 6,
  reconnect: 7,
  invalidSession: 9,
  hello: 10,
  acknowledge: 11,
} as const

const packetSchema = z.looseObject({ op: z.int(), d: z.unknown() })
const identifySchema = z.looseObject({
  token: z.string(),
  intents: z.int(),
  shard: z.tuple([z.int(), z.int()]).default([0, 1]),
})
/** What tells of which server an event is: its own id where the server itself is what happened. */
const placeSchema = z.looseObject({ id: z.string().optional(), guild_id: z.string().optional() })
const resumeSchema = z.looseObject({ token: z.string(), session_id: z.string(), seq: z.int() })

const presenceSchema = z.looseObject({
  status: z.enum(['online', 'idle', 'dnd', 'invisible']),
  activities: z.array(z.looseObject({ name: z.string().min(1), type: z.int(), state: z.string().max(128).optional() })),
})

export type Presence = z.infer<typeof presenceSchema>

export type GatewayOptions = {
  readonly token: string
  /** Close the connection with this code when the bot identifies itself. */
  readonly refuseWith: number | null
  readonly heartbeatMs: number
  /** What READY says beside the session; and the events that follow it. Only servers that `isOf` takes are the shard's. */
  readonly ready: (isOf: (guildId: string) => boolean) => object
  readonly afterReady: (
    isOf: (guildId: string) => boolean,
  ) => readonly { readonly name: string; readonly data: unknown }[]
}

type Shard = readonly [id: number, count: number]
type Session = {
  readonly id: string
  readonly shard: Shard
  readonly sent: { readonly seq: number; readonly packet: string }[]
  socket: WebSocket
  seq: number
}

/** Discord's formula (events/gateway#sharding); what happens in no server is the first shard's. */
export function shardOf(guildId: string | null, count: number): number {
  return guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count))
}

export type Gateway = {
  /** The intents of the latest identification. */
  readonly intents: () => number
  readonly identified: () => number
  readonly resumed: () => number
  /** What the bot shows on its profile, each time that it changed it. */
  readonly presences: Queue<Presence>
  /** Sends an event to the shard that it is for; while no connection is open it waits for the session to be resumed. */
  dispatch(name: string, data: unknown): void
  /** Cuts the connections without a word. */
  drop(): void
  /** Asks the bot to connect again, as Discord does before it restarts a gateway. */
  askToReconnect(): void
  /** Ends the session: the bot must identify itself anew. */
  invalidate(): void
  /** Closes the connection with one of `GatewayCloseCodes`, as 4004 when the token is revoked. */
  refuse(code: number): void
  /** No longer acknowledges heartbeats on the present connection. */
  fallSilent(): void
  /** Resolves the next time that a session was begun or resumed. */
  connected(): Promise<'identified' | 'resumed'>
  close(): Promise<void>
}

export function createGateway(server: Server, url: () => string, options: GatewayOptions): Gateway {
  const sockets = new WebSocketServer({ server })
  /** By shard. */
  const sessions = new Map<number, Session>()
  const silent = new Set<WebSocket>()
  const presences = createQueue<Presence>()
  const counts = { intents: 0, identified: 0, resumed: 0 }
  let waiting: ((how: 'identified' | 'resumed') => void)[] = []

  const announce = (how: 'identified' | 'resumed'): void => {
    counts[how] += 1
    const told = waiting
    waiting = []
    for (const tell of told) tell(how)
  }
  const send = (session: Session, name: string, data: unknown): void => {
    session.seq += 1
    const packet = JSON.stringify({ op: OP.dispatch, t: name, s: session.seq, d: data })
    session.sent.push({ seq: session.seq, packet })
    if (session.sent.length > 2_000) session.sent.shift()
    if (session.socket.readyState === 1) session.socket.send(packet)
  }
  const dispatch = (name: string, data: unknown): void => {
    const { id = null, guild_id = null } = placeSchema.parse(data)
    const guildId = /^GUILD_(?:CREATE|DELETE)$/.test(name) ? id : guild_id
    for (const session of sessions.values()) {
      const [shard, count] = session.shard
      if (shardOf(guildId, count) === shard) send(session, name, data)
    }
  }
  const identify = (from: WebSocket, data: unknown): void => {
    const { token, intents, shard } = identifySchema.parse(data)
    const refusal = options.refuseWith ?? (token === options.token ? null : 4004)
    if (refusal !== null) {
      from.close(refusal)
      return
    }
    counts.intents = intents
    // A bot that deals its servers out anew is another bot.
    for (const [id, other] of sessions) if (other.shard[1] !== shard[1]) sessions.delete(id)
    const session: Session = { id: `session-${counts.identified + 1}`, shard, sent: [], seq: 0, socket: from }
    sessions.set(shard[0], session)
    const isOf = (guildId: string): boolean => shardOf(guildId, shard[1]) === shard[0]
    send(session, 'READY', { v: 10, session_id: session.id, resume_gateway_url: url(), shard, ...options.ready(isOf) })
    for (const { name, data: event } of options.afterReady(isOf)) send(session, name, event)
    announce('identified')
  }
  const resume = (from: WebSocket, data: unknown): void => {
    const { session_id, seq } = resumeSchema.parse(data)
    const session = [...sessions.values()].find(({ id }) => id === session_id)
    if (session === undefined) {
      from.send(JSON.stringify({ op: OP.invalidSession, d: false }))
      return
    }
    session.socket = from
    for (const { seq: sent, packet } of session.sent) if (sent > seq) from.send(packet)
    send(session, 'RESUMED', {})
    announce('resumed')
  }
  const open = (): WebSocket[] => [...sessions.values()].map(({ socket }) => socket)

  sockets.on('connection', connection => {
    connection.send(JSON.stringify({ op: OP.hello, d: { heartbeat_interval: options.heartbeatMs } }))
    connection.on('message', raw => {
      const { op, d } = packetSchema.parse(JSON.parse(String(raw)))
      if (op === OP.heartbeat && !silent.has(connection)) connection.send(JSON.stringify({ op: OP.acknowledge }))
      if (op === OP.identify) identify(connection, d)
      if (op === OP.resume) resume(connection, d)
      if (op === OP.presence) presences.push(presenceSchema.parse(d))
    })
  })

  return {
    intents: () => counts.intents,
    identified: () => counts.identified,
    resumed: () => counts.resumed,
    presences,
    dispatch,
    drop() {
      for (const socket of open()) socket.terminate()
    },
    askToReconnect() {
      for (const socket of open()) socket.send(JSON.stringify({ op: OP.reconnect, d: null }))
    },
    invalidate() {
      const sockets = open()
      sessions.clear()
      for (const socket of sockets) socket.send(JSON.stringify({ op: OP.invalidSession, d: false }))
    },
    refuse(code) {
      for (const socket of open()) socket.close(code)
    },
    fallSilent() {
      for (const socket of open()) silent.add(socket)
    },
    connected: () => new Promise(resolve => waiting.push(resolve)),
    close() {
      for (const client of sockets.clients) client.terminate()
      return new Promise(resolve => sockets.close(() => resolve()))
    },
  }
}
