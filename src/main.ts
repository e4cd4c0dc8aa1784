/** `npm start`: Discord when there is a token, else the console. */
import { config as loadEnvironment } from 'dotenv'
import { commands } from '../commands/index.ts'
import type { Library } from './answer/library.ts'
import { openLibrary } from './cli/open-library.ts'
import { outputStyle } from './cli/style.ts'
import { type Config, readConfig } from './config.ts'
import { runConsole } from './console/console.ts'
import { ConfigError, CorpusError } from './errors.ts'
import { version } from './version.ts'

async function start(): Promise<number> {
  const config = readConfig(process.env)
  const library = await openLibrary(config.corpusDir)
  return config.discordToken === null ? startConsole(library) : serveDiscord(config, config.discordToken, library)
}

async function startConsole(library: Library): Promise<number> {
  const style = await outputStyle()
  const isPerson = process.stdin.isTTY === true && process.stdout.isTTY === true
  return runConsole({
    commands,
    context: () => ({ library, locale: 'en' }),
    style,
    input: process.stdin,
    output: process.stdout,
    errorOutput: process.stderr,
    greeting: isPerson ? style.messages.greeting(library.articles.size, library.index.sentenceCount) : null,
  })
}

/** Runs until the process is told to stop, which it may be before Discord is reached. */
async function serveDiscord(config: Config, token: string, library: Library): Promise<number> {
  const told = new Promise<null>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(null))
  })
  // discord.js takes a quarter of a second and 30 MB to load, which the console does without.
  const [{ startDiscord }, { createLogger }] = await Promise.all([import('./discord/bot.ts'), import('./log.ts')])
  const starting = startDiscord({
    token,
    guildId: config.discordGuildId,
    library: () => library,
    logger: createLogger(config.logLevel),
    version,
    healthPort: config.healthPort,
    ...(config.discordApi === null ? {} : { address: { api: config.discordApi } }),
  })
  const bot = await Promise.race([starting, told])
  // Told before Discord was reached: nothing is under way but the next attempt, which need not be waited for.
  if (bot === null) process.exit(0)
  await told
  await bot.stop()
  return 0
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1)
})
loadEnvironment({ quiet: true })
process.exitCode = await start().catch((error: unknown) => {
  const isWritten = error instanceof ConfigError || error instanceof CorpusError
  process.stderr.write(`${isWritten ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
  return 1
})
