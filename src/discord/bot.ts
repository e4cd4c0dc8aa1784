/** Runs the bot on Discord: connects, registers the commands, hands on what it hears, and leaves when it has finished answering. */
import { type Client, Events, OAuth2Scopes } from 'discord.js'
import type { Logger } from 'pino'
import type { Command, MessageCommand } from '../../commands/command.ts'
import * as ours from '../../commands/index.ts'
import type { Library } from '../answer/library.ts'
import { warmUp } from '../answer/warm-up.ts'
import { createCardDrawer } from '../card/drawer.ts'
import { createClient, type DiscordAddress } from './client.ts'
import { connect } from './connect.ts'
import { createCooldown } from './cooldown.ts'
import { serveHealth } from './health.ts'
import { answerInteraction } from './interactions.ts'
import { createMentions } from './mentions.ts'
import { neededPermissions } from './permissions.ts'
import { followServers, settleServers } from './presence.ts'
import { commandBodies, registerCommands } from './registration.ts'
import { safeError } from './safe-error.ts'
import type { Corpora, Service } from './service.ts'

export type DiscordOptions = {
  readonly token: string
  /** The only server in which commands are registered; null registers them everywhere. */
  readonly guildId: string | null
  /** What is answered from in a server, at this moment; `null` stands for direct messages. */
  readonly library: (guildId: string | null) => Library
  readonly logger: Logger
  readonly version: string
  /** A port on which the bot's health can be asked; null for none. */
  readonly healthPort?: number | null
  /** What `/corpus` changes; without it, it says that it works elsewhere. */
  readonly corpora?: Corpora
  /** In tests: another Discord, other commands, another clock (milliseconds). */
  readonly address?: DiscordAddress
  readonly commands?: readonly Command[]
  readonly messageCommands?: readonly MessageCommand[]
  readonly now?: () => number
}

export type RunningBot = {
  /** Finishes what it is answering, takes nothing new, and leaves Discord. */
  stop(): Promise<void>
}

/** Milliseconds for which `stop` waits for answers that are under way. */
const FAREWELL_MS = 10_000

/**
 * Resolves once the bot is connected and its commands are registered. Where Discord cannot be reached it tries again and again.
 * @throws ConfigError when Discord refuses the token, the intents, or the server in which commands are to be registered.
 */
export async function startDiscord(options: DiscordOptions): Promise<RunningBot> {
  const { library, now = Date.now } = options
  const logger = options.logger.child({}, { serializers: { err: safeError } })
  const commands = options.commands ?? ours.commands
  const messageCommands = options.messageCommands ?? ours.messageCommands
  const service: Service = {
    commands: new Map(commands.map(command => [command.data.name, command])),
    messageCommands: new Map(messageCommands.map(command => [command.data.name, command])),
    library,
    logger,
    cooldown: createCooldown(now),
    cards: createCardDrawer(),
    corpora: options.corpora ?? null,
    address: options.address ?? null,
  }
  const underWay = new Set<Promise<void>>()
  const client = await connect(
    () => {
      const fresh = createClient(options.address ?? null)
      listen(fresh, service, now, underWay)
      return fresh
    },
    options.token,
    logger,
  )
  const health = options.healthPort ? await serveHealth(options.healthPort, client, library, options.version) : null
  if (health !== null) logger.info({ port: health.port }, 'health can be asked')
  announce(client, library(null), logger)
  const leaving = new AbortController()
  const leave = async (): Promise<void> => {
    leaving.abort()
    await health?.close()
    await service.cards.close()
    await client.destroy()
  }
  try {
    await registerCommands(client, commandBodies([...commands, ...messageCommands]), options.guildId, logger)
  } catch (error) {
    await leave()
    throw error
  }
  warmUp(library(null), leaving.signal).catch(error => logger.error({ err: error }, 'could not warm up'))
  if (service.corpora !== null) await settleServers(client, service.corpora, logger, leaving.signal)

  return {
    async stop() {
      client.removeAllListeners(Events.InteractionCreate)
      client.removeAllListeners(Events.MessageCreate)
      const patience = new AbortController()
      await Promise.race([Promise.all(underWay), after(FAREWELL_MS, patience.signal)])
      patience.abort()
      await leave()
      logger.info('left Discord')
    },
  }
}

/** Hands what the client hears to its handlers, which never reject; `underWay` holds what they are at. */
function listen(client: Client, service: Service, now: () => number, underWay: Set<Promise<void>>): void {
  const mentions = createMentions(service, now)
  const track = (work: Promise<void>): void => {
    underWay.add(work)
    void work.finally(() => underWay.delete(work))
  }
  client.on(Events.InteractionCreate, interaction => track(answerInteraction(interaction, service)))
  client.on(Events.MessageCreate, message => track(mentions.created(message)))
  client.on(Events.MessageUpdate, (_before, message) => track(mentions.edited(message)))
  client.on(Events.MessageDelete, message => track(mentions.deleted(message)))
  client.on(Events.MessageBulkDelete, messages => {
    for (const message of messages.values()) track(mentions.deleted(message))
  })
  const { logger, corpora } = service
  if (corpora !== null) followServers(client, corpora, logger, track)
  client.on(Events.GuildCreate, guild => logger.info({ guild: guild.id }, 'joined a server'))
  client.on(Events.GuildDelete, guild => logger.info({ guild: guild.id }, 'left a server'))
  client.on(Events.Error, error => logger.error({ err: error }, 'discord.js reported an error'))
  client.on(Events.Warn, warning => logger.warn(warning))
  client.on(Events.ShardError, (error, shard) => logger.warn({ err: error, shard }, 'the connection failed'))
  client.on(Events.ShardReconnecting, shard => logger.info({ shard }, 'reconnecting'))
  client.on(Events.ShardResume, (shard, replayed) => logger.info({ shard, replayed }, 'resumed'))
}

/** Says where the bot is, what it holds, and how it is invited. */
function announce(client: Client<true>, library: Library, logger: Logger): void {
  const servers = client.guilds.cache.map(({ id, name }) => ({ id, name }))
  const { articles, index } = library
  logger.info({ user: client.user.tag, servers, articles: articles.size, sentences: index.sentenceCount }, 'on Discord')
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
