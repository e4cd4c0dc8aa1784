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
const identifySchema = z.looseObject({ token: z.string(), intents: z.int() })
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
  /** What READY says beside the session; and the events that follow it. */
  readonly ready: () => object
  readonly afterReady: () => readonly { readonly name: string; readonly data: unknown }[]
}

type Session = { readonly id: string; readonly sent: { readonly seq: number; readonly packet: string }[]; seq: number }

export type Gateway = {
  /** The intents of the latest identification. */
  readonly intents: () => number
  readonly identified: () => number
  readonly resumed: () => number
  /** What the bot shows on its profile, each time that it changed it. */
  readonly presences: Queue<Presence>
  /** Sends an event; while no connection is open it waits for the session to be resumed. */
  dispatch(name: string, data: unknown): void
  /** Cuts the connection without a word. */
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
  let session: Session | null = null
  let socket: WebSocket | null = null
  let silent: WebSocket | null = null
  const presences = createQueue<Presence>()
  const counts = { intents: 0, identified: 0, resumed: 0 }
  let waiting: ((how: 'identified' | 'resumed') => void)[] = []

  const announce = (how: 'identified' | 'resumed'): void => {
    counts[how] += 1
    const told = waiting
    waiting = []
    for (const tell of told) tell(how)
  }
  const dispatch = (name: string, data: unknown): void => {
    if (session === null) return
    session.seq += 1
    const packet = JSON.stringify({ op: OP.dispatch, t: name, s: session.seq, d: data })
    session.sent.push({ seq: session.seq, packet })
    if (session.sent.length > 2_000) session.sent.shift()
    if (socket?.readyState === 1) socket.send(packet)
  }
  const identify = (from: WebSocket, data: unknown): void => {
    const { token, intents } = identifySchema.parse(data)
    const refusal = options.refuseWith ?? (token === options.token ? null : 4004)
    if (refusal !== null) {
      from.close(refusal)
      return
    }
    counts.intents = intents
    session = { id: `session-${counts.identified + 1}`, sent: [], seq: 0 }
    socket = from
    dispatch('READY', { v: 10, session_id: session.id, resume_gateway_url: url(), shard: [0, 1], ...options.ready() })
    for (const { name, data: event } of options.afterReady()) dispatch(name, event)
    announce('identified')
  }
  const resume = (from: WebSocket, data: unknown): void => {
    const { session_id, seq } = resumeSchema.parse(data)
    if (session === null || session.id !== session_id) {
      from.send(JSON.stringify({ op: OP.invalidSession, d: false }))
      return
    }
    socket = from
    for (const { seq: sent, packet } of session.sent) if (sent > seq) from.send(packet)
    dispatch('RESUMED', {})
    announce('resumed')
  }

  sockets.on('connection', connection => {
    connection.send(JSON.stringify({ op: OP.hello, d: { heartbeat_interval: options.heartbeatMs } }))
    connection.on('message', raw => {
      const { op, d } = packetSchema.parse(JSON.parse(String(raw)))
      if (op === OP.heartbeat && connection !== silent) connection.send(JSON.stringify({ op: OP.acknowledge }))
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
    drop: () => socket?.terminate(),
    askToReconnect: () => socket?.send(JSON.stringify({ op: OP.reconnect, d: null })),
    invalidate() {
      session = null
      socket?.send(JSON.stringify({ op: OP.invalidSession, d: false }))
    },
    refuse: code => socket?.close(code),
    fallSilent() {
      silent = socket
    },
    connected: () => new Promise(resolve => waiting.push(resolve)),
    close() {
      for (const client of sockets.clients) client.terminate()
      return new Promise(resolve => sockets.close(() => resolve()))
    },
  }
}
