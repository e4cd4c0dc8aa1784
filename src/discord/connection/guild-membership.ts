/** Tells the keeper of servers' own articles which servers the bot is in: at the start, when that changes, and once a day. */
import { type Client, Events } from 'discord.js'
import type { Logger } from 'pino'
import type { Corpora } from '../handlers/service.ts'

const DAY_MS = 24 * 3_600_000

/** Passes on that the bot joins and leaves servers; `track` holds what is under way, which never rejects. */
export function followServers(
  client: Client,
  { servers }: Corpora,
  logger: Logger,
  track: (work: Promise<void>) => void,
): void {
  const told = (guild: string, work: Promise<void>): void =>
    track(work.catch(error => logger.error({ guild, err: error }, 'could not see to what a server has of its own')))
  client.on(Events.GuildCreate, guild => told(guild.id, servers.joined(guild.id)))
  client.on(Events.GuildDelete, guild => told(guild.id, servers.left(guild.id)))
}

/** Sees to the servers that the bot came to or was removed from while it was away, now and every day until `signal`. */
export async function settleServers(
  client: Client<true>,
  { servers }: Corpora,
  logger: Logger,
  signal: AbortSignal,
): Promise<void> {
  // Servers that Discord cannot reach at the moment are in this list too: an outage makes nobody leave.
  const settle = (): Promise<void> =>
    servers
      .settle(new Set(client.guilds.cache.keys()))
      .catch(error => logger.error({ err: error }, 'could not see to what servers have of their own'))
  await settle()
  const timer = setInterval(() => void settle(), DAY_MS).unref()
  signal.addEventListener('abort', () => clearInterval(timer))
}
