/** A bot on a fake Discord, for the tests of this folder; what it logs is kept. */
import { pino } from 'pino'
import { type DiscordOptions, type RunningBot, startDiscord } from '../../src/discord/bot.ts'
import { systemClock } from '../../src/work/clock.ts'
import { makeLibrary } from './articles.ts'
import { createFakeDiscord, type FakeDiscord, type FakeOptions } from './fake-discord.ts'

export type LogLine = { readonly msg?: string; readonly level?: number }

export type BotUnderTest = {
  readonly fake: FakeDiscord
  readonly bot: RunningBot
  /** One object a line that was logged. */
  readonly logged: LogLine[]
  /** Resolves to the first line with this message, logged before or after. */
  untilLogged(msg: string): Promise<LogLine>
  stop(): Promise<void>
}

export async function startBot(
  given: Partial<DiscordOptions> = {},
  fakeOptions: FakeOptions = {},
): Promise<BotUnderTest> {
  const fake = await createFakeDiscord(fakeOptions)
  const started = await startOn(fake, given)
  return {
    fake,
    ...started,
    async stop() {
      await started.bot.stop()
      await fake.close()
    },
  }
}

/** A bot on a fake that there is already, such as one that another bot has left. */
export async function startOn(
  fake: FakeDiscord,
  given: Partial<DiscordOptions> = {},
): Promise<Pick<BotUnderTest, 'bot' | 'logged' | 'untilLogged'>> {
  const logged: LogLine[] = []
  const waiting: ((line: LogLine) => void)[] = []
  const write = (text: string): void => {
    const line: LogLine = JSON.parse(text)
    logged.push(line)
    for (const tell of waiting) tell(line)
  }
  const logger = pino({ level: 'debug' }, { write })
  const library = makeLibrary()
  const options = {
    token: fake.token,
    guildId: null,
    library: () => library,
    logger,
    version: '0.0.0',
    address: fake.address,
    // Stands still, so that nothing comes late on a busy machine.
    clock: { ...systemClock, now: () => 0 },
  }
  return {
    bot: await startDiscord({ ...options, ...given }),
    logged,
    untilLogged: msg =>
      new Promise(resolve => {
        const known = logged.find(line => line.msg === msg)
        if (known !== undefined) resolve(known)
        waiting.push(line => line.msg === msg && resolve(line))
      }),
  }
}

/** A promise that the test settles. */
export function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined
  const promise = new Promise<void>(settle => {
    resolve = settle
  })
  return { promise, resolve }
}
