/** Which of the bot's servers are this process's: Discord deals them out to shards by their ids, and its ShardingManager says which shards these are. */
import { ShardClientUtil } from 'discord.js'
import { ConfigError } from '../../errors.ts'

export type Share = {
  /** The lowest of the process's shards; the first of all has what is done once, and direct messages. */
  readonly first: number
  /** Whether the server is one of the process's. */
  readonly isOurs: (server: string) => boolean
}

/** All servers, unless the environment names shards as discord.js reads it: `SHARDS` of `SHARD_COUNT`. @throws ConfigError when it names none. */
export function readShare({ SHARDS, SHARD_COUNT }: NodeJS.ProcessEnv): Share {
  if (SHARDS === undefined) return { first: 0, isOurs: () => true }
  const shards = /^\[?\d+(?:,\d+)*\]?$/.test(SHARDS) ? (SHARDS.match(/\d+/g) ?? []).map(Number) : []
  const count = SHARD_COUNT === undefined ? shards.length : Number(SHARD_COUNT)
  const isPossible = Number.isInteger(count) && shards.length > 0 && shards.every(shard => shard < count)
  if (!isPossible) {
    throw new ConfigError(
      `expected SHARDS to be numbers below SHARD_COUNT, got \`${SHARDS}\` and \`${SHARD_COUNT ?? ''}\``,
    )
  }
  return {
    first: Math.min(...shards),
    isOurs: server => shards.includes(ShardClientUtil.shardIdForGuildId(server, count)),
  }
}
