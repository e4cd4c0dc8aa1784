/** Tells the keeper of servers' own articles which servers the bot is in: at the start, when that changes, and once a day. */
import { type Client, DiscordAPIError, Events, RequestMethod, Routes } from 'discord.js'
import type { Logger } from 'pino'
import type { Membership } from '../../servers/membership/membership.ts'
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
  const settle = (): Promise<void> =>
    servers
      .settle(membershipOf(client))
      .then(() => logger.debug('looked after what servers have of their own'))
      .catch(error => logger.error({ err: error }, 'could not see to what servers have of their own'))
  await settle()
  const timer = setInterval(() => void settle(), DAY_MS).unref()
  signal.addEventListener('abort', () => clearInterval(timer))
}

function membershipOf(client: Client<true>): Membership {
  return {
    application: client.application.id,
    // Servers that Discord cannot reach at the moment are in this list too: an outage makes nobody leave.
    isPresent: server => client.guilds.cache.has(server),
    isMember: server => isMember(client, server),
    isClockRight: () => isClockRight(client),
  }
}

/** Whether Discord shows the server to the bot. It hides those that the bot is not in: 403 or 404 (resources/guild#get-guild). */
async function isMember(client: Client<true>, server: string): Promise<boolean> {
  try {
    await client.rest.get(Routes.guild(server))
    return true
  } catch (error) {
    // Whatever else answers in Discord's place has no code of Discord's.
    const isDiscord = error instanceof DiscordAPIError && typeof error.code === 'number'
    if (isDiscord && (error.status === 403 || error.status === 404)) return false
    throw error
  }
}

/** By the time with which Discord answers. */
async function isClockRight(client: Client<true>): Promise<boolean> {
  const { headers } = await client.rest.queueRequest({ fullRoute: Routes.gateway(), method: RequestMethod.Get })
  return Math.abs(Date.parse(headers.get('date') ?? '') - Date.now()) < DAY_MS
}
