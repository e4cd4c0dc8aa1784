/** Tells whoever hosts the bot how it is, over HTTP: for a container's health check, on one port and nothing else. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Client, Status } from 'discord.js'
import type { Library } from '../answer/library.ts'

export type HealthServer = {
  /** The port that it listens on: the one asked for, or a free one for 0. */
  readonly port: number
  close(): Promise<void>
}

/**
 * Answers `GET /health` with JSON: `{ ready, latencyMs, servers, articles, sentences, uptimeSeconds, version }`, status 200 while the bot is
 * connected and 503 while it is not. `latencyMs` is null before the first heartbeat.
 */
export async function serveHealth(
  port: number,
  client: Client<true>,
  library: (guildId: string | null) => Library,
  version: string,
): Promise<HealthServer> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/health') {
      response.writeHead(404).end()
      return
    }
    const { articles, index } = library(null)
    const ready = client.isReady() && client.ws.shards.every(shard => shard.status === Status.Ready)
    const health = {
      ready,
      latencyMs: client.ws.ping >= 0 ? Math.round(client.ws.ping) : null,
      servers: client.guilds.cache.size,
      articles: articles.size,
      sentences: index.sentenceCount,
      uptimeSeconds: Math.floor(process.uptime()),
      version,
    }
    response.writeHead(ready ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify(health))
  })
  server.listen(port)
  await once(server, 'listening')
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
