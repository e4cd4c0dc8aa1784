/** The environment, read once and checked: a `Config`, or one error that names every fault. */
import { ConfigError } from './errors.ts'

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

export type Config = {
  /** Null opens the console instead of Discord. */
  readonly discordToken: string | null
  /** Commands are registered in this server alone; null registers them everywhere. */
  readonly discordGuildId: string | null
  /** Where Discord's REST API is, when not at its own address: a proxy, or a fake in tests. */
  readonly discordApi: string | null
  readonly corpusDir: string
  readonly dataDir: string
  readonly logLevel: LogLevel
  /** How many processes `npm run start:shards` starts; null for as many as Discord recommends. */
  readonly shards: number | null
  /** A TCP port of this machine on which the bot's health can be asked; null for none. */
  readonly healthPort: number | null
  /** The address of this machine on which it can be asked. */
  readonly healthHost: string
  /** Pages of the host's own network may be fetched too: by default only those of the public internet. */
  readonly allowPrivateAddresses: boolean
}

/** The names that `readConfig` reads; `.env.example` lists the same. */
export const configNames = [
  'DISCORD_TOKEN',
  'DISCORD_GUILD_ID',
  'DISCORD_API',
  'CORPUS_DIR',
  'DATA_DIR',
  'LOG_LEVEL',
  'SHARD_PROCESSES',
  'HEALTH_PORT',
  'HEALTH_HOST',
  'ALLOW_PRIVATE_ADDRESSES',
] as const

/**
 * Reads the configuration from environment variables; an empty value counts as not set.
 * @throws ConfigError that names every variable with a fault, one a line.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = []
  const read = (name: (typeof configNames)[number]): string | null => environment[name]?.trim() || null
  const expect = (
    name: (typeof configNames)[number],
    what: string,
    isValid: (value: string) => boolean,
  ): string | null => {
    const value = read(name)
    // A token is a secret, even a wrong one.
    const shown = name === 'DISCORD_TOKEN' ? 'text of another shape' : `\`${value}\``
    if (value !== null && !isValid(value)) faults.push(`expected ${name} to be ${what}, got ${shown}`)
    return value
  }

  const token = expect('DISCORD_TOKEN', "a bot's token, three parts with full stops between", value =>
    /^[\w-]+\.[\w-]+\.[\w-]+$/.test(value),
  )
  const guildId = expect('DISCORD_GUILD_ID', 'the id of a server, 17 to 20 digits', value => /^\d{17,20}$/.test(value))
  const discordApi = expect('DISCORD_API', 'a web address', value => /^https?:/.test(value) && URL.canParse(value))
  const logLevel = expect('LOG_LEVEL', `one of ${logLevels.join(', ')}`, value =>
    logLevels.some(level => level === value),
  )
  const shards = expect('SHARD_PROCESSES', 'a number from 1 to 999', value => /^[1-9]\d{0,2}$/.test(value))
  const healthPort = expect(
    'HEALTH_PORT',
    'a port from 1 to 65535',
    value => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535,
  )
  const allowPrivateAddresses = expect('ALLOW_PRIVATE_ADDRESSES', '`yes` or `no`', value => /^(?:yes|no)$/.test(value))
  const config: Config = {
    discordToken: token,
    discordGuildId: guildId,
    discordApi,
    corpusDir: read('CORPUS_DIR') ?? 'corpus',
    dataDir: read('DATA_DIR') ?? 'data',
    logLevel: logLevels.find(level => level === logLevel) ?? 'info',
    shards: shards === null ? null : Number(shards),
    healthPort: healthPort === null ? null : Number(healthPort),
    healthHost: read('HEALTH_HOST') ?? '127.0.0.1',
    allowPrivateAddresses: allowPrivateAddresses === 'yes',
  }
  if (faults.length > 0) throw new ConfigError(faults.join('\n'))
  return config
}
