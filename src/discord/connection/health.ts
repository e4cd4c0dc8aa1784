/** Tells whoever hosts the bot how it is, over HTTP: for a container's health check, on one port and nothing else. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Client, Status } from 'discord.js'
import { ConfigError } from '../../errors.ts'
import type { CorpusStatus } from '../../library/host/library-host.ts'

export type HealthServer = {
  /** The port that it listens on: the one asked for, or a free one for 0. */
  readonly port: number
  close(): Promise<void>
}

export type HealthSources = {
  /** The client once it is connected; null until then. */
  readonly client: () => Client<true> | null
  readonly status: () => Pick<CorpusStatus, 'reading' | 'articles' | 'sentences'>
  readonly version: string
}

/**
 * Answers `GET /health` with JSON: `{ state, ready, reading, latencyMs, servers, articles, sentences, uptimeSeconds, version }`. `state` is `starting`
 * until the bot is connected and all articles are read, of which `reading` tells (`{ done, total }` files; else null); then `ready`, or
 * `disconnected`. The status is 200 while it is `ready`, else 503. `latencyMs` is null before the first heartbeat.
 * @throws ConfigError when something else listens there.
 */
export async function serveHealth(
  port: number,
  host: string,
  { client, status, version }: HealthSources,
): Promise<HealthServer> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/health') {
      response.writeHead(404).end()
      return
    }
    const now = client()
    const { reading, articles, sentences } = status()
    const isConnected = now?.isReady() === true && now.ws.shards.every(shard => shard.status === Status.Ready)
    const isStarting = now === null || reading !== null
    const health = {
      state: isStarting ? 'starting' : isConnected ? 'ready' : 'disconnected',
      ready: isConnected && !isStarting,
      reading,
      latencyMs: now !== null && now.ws.ping >= 0 ? Math.round(now.ws.ping) : null,
      servers: now?.guilds.cache.size ?? 0,
      articles,
      sentences,
      uptimeSeconds: Math.floor(process.uptime()),
      version,
    }
    response.writeHead(health.ready ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify(health))
  })
  server.listen(port, host)
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EADDRNOTAVAIL' && error.code !== 'EACCES') throw error
    throw new ConfigError(`expected HEALTH_PORT and HEALTH_HOST to be free, but ${host}:${port} is not: ${error.code}`)
  })
  // A TCP server's address is always of this kind.
  const address = server.address() as AddressInfo
  return {
    port: address.port,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
