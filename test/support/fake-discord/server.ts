/** The HTTP server of the fake Discord: reads requests, fails them on demand, and hands the others to `rest.ts`. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { openApiCheck } from './openapi.ts'
import type { Reply } from './rest-desk.ts'

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

export type Upload = { readonly name: string; readonly bytes: Uint8Array }

export type ApiServer = {
  readonly server: Server
  readonly port: number
  /** Requests so far, as `METHOD /path`. */
  readonly requests: string[]
  readonly faults: Fault[]
  /** Files that anybody may fetch, by their path. */
  readonly files: Map<string, Uint8Array>
  /** Files that were sent along with messages, in order. */
  readonly uploaded: Upload[]
  /** Resolves when the next request comes whose `METHOD /path` fits. */
  requested(pattern: RegExp): Promise<void>
  close(): Promise<void>
}

export type ApiServerOptions = {
  /** The token that requests must carry; null takes none. */
  readonly token: string | null
  readonly answer: (method: string, path: string, body: unknown) => Reply
  /** Told of what should not happen. */
  readonly note: (violation: string) => void
}

// Read once for all fakes of a process: compiling the description takes a second.
const checkApi = openApiCheck()

const UNAUTHORIZED: Reply = { status: 401, body: { code: 0, message: '401: Unauthorized' } }

/** Listens on a free port of the loopback interface. */
export async function createApiServer({ token, answer, note }: ApiServerOptions): Promise<ApiServer> {
  const requests: string[] = []
  const faults: Fault[] = []
  const files = new Map<string, Uint8Array>()
  const uploaded: Upload[] = []
  const awaited: { readonly pattern: RegExp; readonly tell: () => void }[] = []

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const method = request.method ?? ''
    const path = decodeURIComponent((request.url ?? '').replace(/^\/api\/v\d+/, '').replace(/\?.*$/, ''))
    const line = `${method} ${path}`
    requests.push(line)
    for (const { pattern, tell } of awaited) if (pattern.test(line)) tell()
    const fault = faults.find(({ matches, times }) => times > 0 && matches.test(line))
    if (fault !== undefined) {
      fault.times -= 1
      if (fault.delayMs !== undefined) await delay(fault.delayMs)
      if (fault.cut === 'before') return void request.socket.destroy()
      if (fault.status !== undefined)
        return reply(response, { status: fault.status, body: fault.body ?? {} }, fault.headers)
    }
    const file = files.get(path)
    if (file !== undefined) return void response.writeHead(200).end(file)
    // What an interaction's own token opens needs no other.
    const isOpen = path.startsWith('/interactions/') || path.startsWith('/webhooks/')
    const isKnown = isOpen || (token !== null && request.headers.authorization === `Bot ${token}`)
    const body = await parseBody(Buffer.concat(chunks), request.headers['content-type'] ?? '', uploaded)
    checkApi?.(method, path, body).forEach(note)
    const answered = isKnown ? answer(method, path, body) : UNAUTHORIZED
    if (fault?.cut === 'after') return void request.socket.destroy()
    reply(response, answered)
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      note(`${request.method} ${request.url}: ${error}`)
      response.writeHead(500).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A TCP server's address is always of this kind.
  const { port } = server.address() as AddressInfo
  return {
    server,
    port,
    requests,
    faults,
    files,
    uploaded,
    requested: pattern => new Promise(tell => awaited.push({ pattern, tell })),
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function reply(
  response: ServerResponse,
  { status, body }: Reply,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (body === undefined) response.writeHead(status, headers).end()
  else response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

/** JSON, or the JSON part of a form with files, which go to `uploaded`. */
async function parseBody(body: Buffer, type: string, uploaded: Upload[]): Promise<unknown> {
  if (body.length === 0) return null
  if (!type.startsWith('multipart/')) return JSON.parse(body.toString('utf8'))
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  for (const part of form.values()) {
    if (typeof part !== 'string') uploaded.push({ name: part.name, bytes: new Uint8Array(await part.arrayBuffer()) })
  }
  return JSON.parse(String(form.get('payload_json')))
}
