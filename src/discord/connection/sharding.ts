/** Runs the bot as one process a shard, by discord.js's ShardingManager: starts them one after another, and starts anew what dies. */
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { REST, type RESTGetAPIGatewayBotResult, Routes, type Shard, ShardingManager } from 'discord.js'
import type { Logger } from 'pino'
import { ConfigError } from '../../errors.ts'
import type { DiscordAddress } from './client.ts'
import { untilReached } from './connect.ts'

export type ShardsOptions = {
  readonly token: string
  /** How many shards; null for as many as Discord recommends. */
  readonly count: number | null
  readonly address: DiscordAddress | null
  /** The program that is one shard. It sends `shardIsReady` once it answers, and ends when it gets SIGTERM. */
  readonly program: string
  readonly logger: Logger
}

export type RunningShards = {
  /** Rejects when a shard ended before it ever answered: it would do so again. Never resolves. */
  readonly failed: Promise<never>
  /** Passes SIGHUP on to the shards that answer: each reads the articles again. */
  reload(): void
  /** Stops all shards; resolves when they have ended. */
  stop(): Promise<void>
}

/** What a shard's process sends to the manager. */
export const shardIsReady = 'ready'

/** Discord takes one identification of each of `max_concurrency` groups of shards in so long (events/gateway#rate-limiting). */
const IDENTIFY_MS = 5_000
/** A shard that dies again and again is started ever less often: identifications are limited to a thousand a day. */
const FIRST_DELAY_MS = 1_000
const LONGEST_DELAY_MS = 300_000
/** After so long alive it counts as dying for the first time. */
const LONG_MS = 3_600_000

/** Begins to start the shards. */
export function startShards(options: ShardsOptions): RunningShards {
  const stopping = new AbortController()
  const kept = new Map<Shard, Promise<void>>()
  const answering = new Set<Shard>()
  const failed = runShards(options, { kept, answering }, stopping.signal)
  // Nobody may be waiting for it yet.
  failed.catch(() => {})
  return {
    failed,
    reload() {
      for (const { process } of answering) process?.kill('SIGHUP')
    },
    async stop() {
      stopping.abort()
      for (const { process } of kept.keys()) process?.kill('SIGTERM')
      await Promise.allSettled(kept.values())
    },
  }
}

type Shards = {
  /** What has each shard run. */
  readonly kept: Map<Shard, Promise<void>>
  readonly answering: Set<Shard>
}

async function runShards(
  { token, count, address, program, logger }: ShardsOptions,
  { kept, answering }: Shards,
  signal: AbortSignal,
): Promise<never> {
  const { shards, groups } = await askDiscord(token, address, logger, signal)
  const totalShards = count ?? shards
  const { execArgv } = process
  const manager = new ShardingManager(program, { token, totalShards, respawn: false, execArgv })
  for (let id = 0; id < totalShards; id++) {
    if (id > 0 && id % groups === 0) await delay(IDENTIFY_MS, null, { signal })
    const shard = manager.createShard(id)
    await new Promise<void>((resolve, reject) => {
      const onReady = (): void => {
        answering.add(shard)
        resolve()
      }
      shard.on('death', () => answering.delete(shard))
      const keeping = keep(shard, logger, onReady, signal)
      kept.set(shard, keeping)
      keeping.catch(reject)
    })
  }
  logger.info({ shards: totalShards }, 'all shards answer')
  await Promise.all(kept.values())
  throw signal.reason
}

/** How many shards Discord recommends, and how many may identify themselves at once. */
async function askDiscord(
  token: string,
  address: DiscordAddress | null,
  logger: Logger,
  signal: AbortSignal,
): Promise<{ readonly shards: number; readonly groups: number }> {
  const rest = new REST(address ?? {}).setToken(token)
  const answer = await untilReached(() => rest.get(Routes.gatewayBot()), logger, signal)
  // Discord's own answer, whose shape its documentation fixes.
  const { shards, session_start_limit } = answer as RESTGetAPIGatewayBotResult
  return { shards, groups: session_start_limit.max_concurrency }
}

/** Has the shard run until `signal`. @throws ConfigError when it ends before it answers. */
async function keep(shard: Shard, logger: Logger, onReady: () => void, signal: AbortSignal): Promise<void> {
  for (let delayMs = FIRST_DELAY_MS; !signal.aborted; delayMs = Math.min(2 * delayMs, LONGEST_DELAY_MS)) {
    const answeredMs = await live(shard, onReady)
    if (signal.aborted) return
    if (answeredMs === null) throw new ConfigError(`shard ${shard.id} ended before it answered`)
    if (answeredMs > LONG_MS) delayMs = FIRST_DELAY_MS
    logger.error({ shard: shard.id, delayMs }, 'a shard ended; starting it anew')
    await delay(delayMs, null, { signal }).catch(() => {})
  }
}

/** Runs the shard to its end; gives for how long it answered, null when it never did. */
async function live(shard: Shard, onReady: () => void): Promise<number | null> {
  const readyAtMs: number[] = []
  const hear = (message: unknown): void => {
    if (message !== shardIsReady) return
    readyAtMs.push(performance.now())
    onReady()
  }
  shard.on('message', hear)
  const died = once(shard, 'death')
  await shard.spawn(Number.POSITIVE_INFINITY)
  await died
  shard.off('message', hear)
  const [answeredAtMs = null] = readyAtMs
  return answeredAtMs === null ? null : performance.now() - answeredAtMs
}
