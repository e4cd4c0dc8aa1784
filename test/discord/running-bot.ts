/** A bot on a fake Discord, for the tests of this folder; what it logs is kept. */
import { pino } from 'pino'
import { type DiscordOptions, type RunningBot, startDiscord } from '../../src/discord/bot.ts'
import { makeLibrary } from '../support/articles.ts'
import { createFakeDiscord, type FakeDiscord, type FakeOptions } from '../support/fake-discord.ts'

export type BotUnderTest = {
  readonly fake: FakeDiscord
  readonly bot: RunningBot
  /** One object a line that was logged. */
  readonly logged: { readonly msg?: string; readonly level?: number }[]
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
): Promise<Pick<BotUnderTest, 'bot' | 'logged'>> {
  const logged: BotUnderTest['logged'] = []
  const logger = pino({ level: 'debug' }, { write: line => void logged.push(JSON.parse(line)) })
  const library = makeLibrary()
  const options = {
    token: fake.token,
    guildId: null,
    library: () => library,
    logger,
    version: '0.0.0',
    address: fake.address,
  }
  return { bot: await startDiscord({ ...options, ...given }), logged }
}

/** A promise that the test settles. */
export function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined
  const promise = new Promise<void>(settle => {
    resolve = settle
  })
  return { promise, resolve }
}
