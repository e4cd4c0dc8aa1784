/** `npm start`: Discord when there is a token, else the console. */
import { config as loadEnvironment } from 'dotenv'
import type { Context } from '../commands/command.ts'
import { commands } from '../commands/index.ts'
import { type Config, readConfig } from './config.ts'
import { ConfigError, CorpusError } from './errors.ts'
import type { Library } from './library/library.ts'
import { openLibrary } from './terminal/command-line/open-library.ts'
import { runConsole } from './terminal/console.ts'
import { outputStyle } from './terminal/style.ts'
import { plain } from './terminal/text.ts'
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

/** Runs until the process is told to stop, which it may be before Discord is reached. */
async function serveDiscord(config: Config, token: string): Promise<number> {
  const told = new Promise<null>(resolve => {
    // `on`, not `once`: the folder's lock watches signals, too, and ends the process when nobody else does.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve(null))
  })
  // discord.js takes a quarter of a second and 30 MB to load, which the console does without.
  const [{ startDiscord }, { createLogger }, { openForLog }, { openServers }, { examine }, { ownFolder }] =
    await Promise.all([
      import('./discord/bot.ts'),
      import('./log.ts'),
      import('./terminal/command-line/open-host.ts'),
      import('./servers/servers.ts'),
      import('./library/examine.ts'),
      import('./folder/owner.ts'),
    ])
  const logger = createLogger(config.logLevel)
  const release = await ownFolder(config.dataDir, error => {
    logger.fatal({ err: error }, 'another process took the data folder: leaving it to that one')
    process.exit(1)
  })
  const { host, read } = await openForLog(config, logger)
  const { dataDir, allowPrivateAddresses } = config
  const servers = await openServers({ dataDir, allowPrivateAddresses, listener: host, log: logger, examine })
  const failed = new Promise<never>((_resolve, reject) => read.catch(reject))
  const starting = startDiscord({
    token,
    guildId: config.discordGuildId,
    library: guildId => host.library(guildId),
    start: {
      progress: () => host.status().reading,
      finished: read.then(
        () => {},
        () => {},
      ),
    },
    corpora: { servers, shared: host },
    logger,
    version,
    healthPort: config.healthPort,
    healthHost: config.healthHost,
    ...(config.discordApi === null ? {} : { address: { api: config.discordApi } }),
  })
  const bot = await Promise.race([starting, told, failed])
  // Told before Discord was reached: nothing is under way but the next attempt, which need not be waited for.
  if (bot === null) process.exit(0)
  try {
    await Promise.race([told, failed, bot.refused])
  } finally {
    await bot.stop()
    await host.stop()
    await release()
  }
  return 0
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1)
})
loadEnvironment({ quiet: true })
process.exitCode = await start().catch((error: unknown) => {
  const isWritten = error instanceof ConfigError || error instanceof CorpusError
  const text = isWritten ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`${plain(text)}\n`)
  return 1
})
