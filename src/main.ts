/** `npm start`: Discord when there is a token, else the console. */
import { config as loadEnvironment } from 'dotenv'
import type { Logger } from 'pino'
import type { Context } from '../commands/command.ts'
import { commands } from '../commands/index.ts'
import { type Config, readConfig } from './config.ts'
import type { Library } from './library/library.ts'
import { openLibrary } from './terminal/command-line/open-library.ts'
import { runConsole } from './terminal/console.ts'
import { failed, untilToldToEnd } from './terminal/program.ts'
import { outputStyle } from './terminal/style.ts'
import { version } from './version.ts'

async function start(): Promise<number> {
  const config = readConfig(process.env)
  if (config.discordToken !== null) return serveDiscord(config, config.discordToken)
  const isPerson = process.stdin.isTTY === true && process.stdout.isTTY === true
  return isPerson ? converse(config) : answerPipe(await openLibrary(config.corpusDir))
}

const streams = { commands, input: process.stdin, output: process.stdout, errorOutput: process.stderr }

/** Answers the lines of a pipe from the articles as they are now. */
async function answerPipe(library: Library): Promise<number> {
  const context = (): Context => ({ library, locale: 'en' })
  return runConsole({ ...streams, context, style: await outputStyle(), greeting: null })
}

/** Answers a person at a terminal, from the articles as they are when each question is asked. */
async function converse(config: Config): Promise<number> {
  const { openForTerminal } = await import('./terminal/command-line/open-host.ts')
  const host = await openForTerminal(config)
  const context = (): Context => ({ library: host.library(null), locale: 'en' })
  const style = await outputStyle()
  const { articles, index } = host.library(null)
  const greeting = style.messages.greeting(articles.size, index.sentenceCount)
  const exitCode = await runConsole({ ...streams, context, style, greeting })
  await host.stop()
  return exitCode
}

/** Serves Discord, from a data folder that no other process has, but for those of the same ShardingManager. */
async function serveDiscord(config: Config, token: string): Promise<number> {
  const told = untilToldToEnd()
  const [{ createLogger }, { shareFolder }] = await Promise.all([import('./log.ts'), import('./folder/disk/owner.ts')])
  const logger = createLogger(config.logLevel)
  const release = await shareFolder(config.dataDir, process.env, error => {
    logger.fatal({ err: error }, 'another process may have the data folder: leaving it to that one')
    process.exit(1)
  })
  try {
    await answerUntil(told, config, token, logger)
  } finally {
    await release()
  }
  return 0
}

/** Runs until the process is told to stop, which it may be before Discord is reached. */
async function answerUntil(told: Promise<null>, config: Config, token: string, logger: Logger): Promise<void> {
  // discord.js takes a quarter of a second and 30 MB to load, which the console does without.
  const [
    { startDiscord },
    { readShare },
    { shardIsReady },
    { openForLog },
    { openServers },
    { createServerFeeds },
    { createExaminer },
  ] = await Promise.all([
    import('./discord/bot.ts'),
    import('./discord/connection/share.ts'),
    import('./discord/connection/sharding.ts'),
    import('./terminal/command-line/open-host.ts'),
    import('./servers/servers.ts'),
    import('./servers/feeds/server-feeds.ts'),
    import('./library/host/examine.ts'),
  ])
  const { first, isOurs } = readShare(process.env)
  const { host, read } = await openForLog(config, logger, { saves: first === 0 })
  const { dataDir, allowPrivateAddresses, healthPort } = config
  const rooms = { dataDir, allowPrivateAddresses, isOurs }
  const servers = await openServers({ ...rooms, listener: host, log: logger, ...createExaminer() })
  // Of several processes the first reads the feeds that all share.
  const shared = () => (first > 0 || host.status().reading !== null ? null : host.library(null).articles)
  const feeds = createServerFeeds({
    servers,
    shared: { folder: config.corpusDir, articles: shared },
    reach: { allowPrivateAddresses },
    log: logger,
  })
  feeds.start()
  const failing = new Promise<never>((_resolve, reject) => read.catch(reject))
  const finished = read.then(
    () => {},
    () => {},
  )
  const starting = startDiscord({
    token,
    guildId: config.discordGuildId,
    library: guildId => host.library(guildId),
    start: { progress: () => host.status().reading, finished },
    corpora: { servers, shared: host, feeds },
    logger,
    version,
    // Each process of several has a port of its own.
    healthPort: healthPort === null ? null : healthPort + first,
    healthHost: config.healthHost,
    ...(config.discordApi === null ? {} : { address: { api: config.discordApi } }),
  })
  const bot = await Promise.race([starting, told, failing])
  // Told before Discord was reached: nothing is under way but the next attempt, which need not be waited for.
  if (bot === null) process.exit(0)
  // Whoever started this process may be gone: of that it hears otherwise.
  process.send?.(shardIsReady, undefined, {}, () => {})
  process.on(
    'SIGHUP',
    () => void host.reload().catch(error => logger.error({ err: error }, 'could not read the articles again')),
  )
  try {
    await Promise.race([told, failing, bot.refused])
  } finally {
    await bot.stop()
    await feeds.stop()
    await servers.close()
    await host.stop()
  }
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1)
})
loadEnvironment({ quiet: true })
process.exitCode = await start().catch(failed)
