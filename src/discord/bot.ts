/** Runs the bot on Discord: connects, registers the commands, hands on what it hears, and leaves when it has finished answering. */
import { type Client, Events, OAuth2Scopes } from 'discord.js'
import type { Logger } from 'pino'
import type { Command, MessageCommand } from '../../commands/command.ts'
import * as ours from '../../commands/index.ts'
import { createCardDrawer } from '../card/drawer.ts'
import { warmUp } from '../library/host/warm-up.ts'
import type { Library } from '../library/library.ts'
import { type Clock, systemClock } from '../work/clock.ts'
import { createTimeToLiveCache } from '../work/time-to-live-cache.ts'
import { sendDigests } from './channels/digests.ts'
import { tellLogChannels } from './channels/log-channel.ts'
import { createClient, type DiscordAddress } from './connection/client.ts'
import { connect, untilRefused } from './connection/connect.ts'
import { followServers, settleServers } from './connection/guild-membership.ts'
import { type HealthServer, type HealthSources, serveHealth } from './connection/health.ts'
import { commandBodies, registerCommands } from './connection/registration.ts'
import { noStart, type Start, showReading } from './connection/start-notice.ts'
import { createAdmission } from './handlers/admission/admission.ts'
import { createCooldown } from './handlers/admission/cooldown.ts'
import { answerInteraction } from './handlers/interactions.ts'
import { createMentions } from './handlers/mentions.ts'
import { neededPermissions } from './handlers/permissions.ts'
import { safeError } from './handlers/safe-error.ts'
import type { Corpora, Service } from './handlers/service.ts'

export type DiscordOptions = {
  readonly token: string
  /** The only server in which commands are registered; null registers them everywhere. */
  readonly guildId: string | null
  /** What is answered from in a server, at this moment; `null` stands for direct messages. @throws StillReadingError during `start`. */
  readonly library: (guildId: string | null) => Library
  /** The reading of the articles, where it still goes on; without it, all are read. */
  readonly start?: Start
  readonly logger: Logger
  readonly version: string
  /** A port on which the bot's health can be asked; null for none. */
  readonly healthPort?: number | null
  /** The address on which it is asked; 127.0.0.1 when it is missing. */
  readonly healthHost?: string
  /** What `/corpus` changes; without it, it says that it works elsewhere. */
  readonly corpora?: Corpora
  /** In tests: another Discord, other commands, another clock (milliseconds). */
  readonly address?: DiscordAddress
  readonly commands?: readonly Command[]
  readonly messageCommands?: readonly MessageCommand[]
  readonly now?: () => number
  /** In tests: another clock for how late interactions come, and for deferrals. */
  readonly clock?: Clock
}

export type RunningBot = {
  /** Rejects with a ConfigError when Discord will not have the bot any more, as when its token is revoked; never resolves. */
  readonly refused: Promise<never>
  /** Finishes what it is answering, takes nothing new, and leaves Discord. */
  stop(): Promise<void>
}

/** How many clicks that made a message are remembered, and for how long: one that comes again within that is an impatient one. */
const CLICKED = 1_000
const CLICKED_MS = 60_000

/** Milliseconds for which `stop` waits for answers that are under way. */
const FAREWELL_MS = 10_000

/**
 * Resolves once the bot is connected and its commands are registered. Where Discord cannot be reached it tries again and again.
 * @throws ConfigError when Discord refuses the token, the intents, or the server in which commands are to be registered.
 */
export async function startDiscord(options: DiscordOptions): Promise<RunningBot> {
  const { now = Date.now } = options
  const service = createService(options, now)
  const { logger, cards } = service
  const underWay = new Set<Promise<void>>()
  const connected: { client: Client<true> | null } = { client: null }
  const health = await openHealth(options, () => connected.client, logger)
  const leaving = new AbortController()
  const leave = async (): Promise<void> => {
    leaving.abort()
    await health?.close()
    await cards.close()
    await connected.client?.destroy()
  }
  const hear = (): Client => {
    const fresh = createClient(options.address ?? null)
    listen(fresh, service, now, underWay)
    return fresh
  }
  let refused: Promise<never>
  try {
    const client = await connect(hear, options.token, logger)
    connected.client = client
    refused = untilRefused(client, leaving.signal)
    // Nobody may be waiting for it yet.
    refused.catch(() => {})
    announce(client, options, logger)
    const commands = [...service.commands.values(), ...service.messageCommands.values()]
    if (service.corpora !== null) await tendServers(client, service, service.corpora, track(underWay), leaving.signal)
    // Of several processes one registers them, that of the first shard.
    if (client.ws.shards.has(0)) await registerCommands(client, commandBodies(commands), options.guildId, logger)
    getReady(client, options, leaving.signal, logger)
  } catch (error) {
    await leave()
    throw error
  }
  return {
    refused,
    async stop() {
      connected.client?.removeAllListeners(Events.InteractionCreate)
      connected.client?.removeAllListeners(Events.MessageCreate)
      const patience = new AbortController()
      await Promise.race([Promise.all(underWay), after(FAREWELL_MS, patience.signal)])
      patience.abort()
      await leave()
      logger.info('left Discord')
    },
  }
}

function createService(options: DiscordOptions, now: () => number): Service {
  const { commands = ours.commands, messageCommands = ours.messageCommands, clock = systemClock } = options
  const logger = options.logger.child({}, { serializers: { err: safeError } })
  return {
    commands: new Map(commands.map(command => [command.data.name, command])),
    messageCommands: new Map(messageCommands.map(command => [command.data.name, command])),
    library: options.library,
    logger,
    cooldown: createCooldown(now),
    admission: createAdmission(clock, logger),
    clicked: createTimeToLiveCache(CLICKED, CLICKED_MS, now),
    clock,
    cards: createCardDrawer(),
    corpora: options.corpora ?? null,
    address: options.address ?? null,
  }
}

/** Holds work in `underWay` until it is done. */
function track(underWay: Set<Promise<void>>): (work: Promise<void>) => void {
  return work => {
    underWay.add(work)
    void work.finally(() => underWay.delete(work))
  }
}

/** Sees to what servers have of their own, and sends them what they have asked for. */
async function tendServers(
  client: Client<true>,
  { library, clock, logger }: Service,
  corpora: Corpora,
  hold: (work: Promise<void>) => void,
  signal: AbortSignal,
): Promise<void> {
  tellLogChannels(client, corpora.servers, logger, hold)
  sendDigests(client, { servers: corpora.servers, library, clock, logger }, signal)
  await settleServers(client, corpora, logger, signal)
}

/** Hands what the client hears to its handlers, which never reject; `underWay` holds what they are at. */
function listen(client: Client, service: Service, now: () => number, underWay: Set<Promise<void>>): void {
  const mentions = createMentions(service, now)
  const hold = track(underWay)
  client.on(Events.InteractionCreate, interaction => hold(answerInteraction(interaction, service)))
  client.on(Events.MessageCreate, message => hold(mentions.created(message)))
  client.on(Events.MessageUpdate, (_before, message) => hold(mentions.edited(message)))
  client.on(Events.MessageDelete, message => hold(mentions.deleted(message)))
  client.on(Events.MessageBulkDelete, messages => {
    for (const message of messages.values()) hold(mentions.deleted(message))
  })
  const { logger, corpora } = service
  if (corpora !== null) followServers(client, corpora, logger, hold)
  client.on(Events.GuildCreate, guild => logger.info({ guild: guild.id }, 'joined a server'))
  client.on(Events.GuildDelete, guild => logger.info({ guild: guild.id }, 'left a server'))
  client.on(Events.Error, error => logger.error({ err: error }, 'discord.js reported an error'))
  client.on(Events.Warn, warning => logger.warn(warning))
  client.on(Events.ShardError, (error, shard) => logger.warn({ err: error, shard }, 'the connection failed'))
  client.on(Events.ShardReconnecting, shard => logger.info({ shard }, 'reconnecting'))
  client.on(Events.ShardResume, (shard, replayed) => logger.info({ shard, replayed }, 'resumed'))
}

/** How the articles stand, for the log and for whoever asks for the bot's health. */
function standing({ library, start = noStart }: DiscordOptions): HealthSources['status'] {
  return () => {
    const reading = start.progress()
    if (reading !== null) return { reading, articles: 0, sentences: 0 }
    const { articles, index } = library(null)
    return { reading, articles: articles.size, sentences: index.sentenceCount }
  }
}

/** From before the bot is connected, which may take long: who watches over it sees that it is starting. */
async function openHealth(
  options: DiscordOptions,
  client: () => Client<true> | null,
  logger: Logger,
): Promise<HealthServer | null> {
  if (!options.healthPort) return null
  const health = await serveHealth(options.healthPort, options.healthHost ?? '127.0.0.1', {
    client,
    status: standing(options),
    version: options.version,
  })
  logger.info({ port: health.port }, 'health can be asked')
  return health
}

/** Waits, where articles are still being read, and then finds what would make the first person wait. */
function getReady(client: Client<true>, options: DiscordOptions, signal: AbortSignal, logger: Logger): void {
  const { library, start = noStart } = options
  const read = async (): Promise<void> => {
    if (start.progress() === null) return
    await showReading(client, start, signal)
    if (!signal.aborted && start.progress() === null) logger.info(standing(options)(), 'all articles are read')
  }
  read()
    .then(() => (signal.aborted || start.progress() !== null ? undefined : warmUp(library(null), signal)))
    .catch(error => logger.error({ err: error }, 'could not warm up'))
}

/** Says where the bot is, what it holds, and how it is invited. */
function announce(client: Client<true>, options: DiscordOptions, logger: Logger): void {
  const servers = client.guilds.cache.map(({ id, name }) => ({ id, name }))
  const shards = [...client.ws.shards.keys()]
  const { reading, ...held } = standing(options)()
  logger.info({ user: client.user.tag, shards, servers, ...(reading === null ? held : { reading }) }, 'on Discord')
  const scopes = [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands]
  logger.info(
    { invite: client.generateInvite({ scopes, permissions: neededPermissions }) },
    'invite the bot with this link',
  )
}

/** Resolves after `ms`, or at once when it is no longer waited for. */
function after(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
