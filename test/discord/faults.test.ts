import { afterEach, describe, expect, it } from 'vitest'
import { askCommand } from '../../commands/ask.ts'
import type { Command } from '../../commands/command.ts'
import { helpCommand } from '../../commands/help.ts'
import { UserError } from '../../src/errors.ts'
import { type Fault, isPrivate, shown } from '../support/fake-discord.ts'
import { type BotUnderTest, deferred, startBot } from '../support/running-bot.ts'

const question = 'Who is the mayor of Marbach?'
const callback = /interactions\/.*\/callback/

let running: BotUnderTest | null = null
afterEach(async () => {
  await running?.stop()
  expect(running?.fake.store.violations).toEqual([])
  running = null
})

async function begin(...given: Parameters<typeof startBot>): Promise<BotUnderTest> {
  running = await startBot(...given)
  return running
}

/** Asks once more, and expects one proper answer. */
async function expectToAnswer({ fake }: BotUnderTest): Promise<void> {
  const interaction = fake.slash('ask', { question })
  expect(shown(await interaction.shown.next())).toContain('Ilse Brandt')
  expect(interaction.answers).toBe(1)
}

describe('when Discord falters, a question is answered once', () => {
  const faults: [string, Omit<Fault, 'matches'>][] = [
    [
      'a rate limit of the route',
      { times: 2, status: 429, headers: { 'retry-after': '0.05' }, body: { retry_after: 0.05, global: false } },
    ],
    [
      'a global rate limit',
      {
        times: 1,
        status: 429,
        headers: { 'retry-after': '0.05', 'x-ratelimit-global': 'true' },
        body: { retry_after: 0.05, global: true },
      },
    ],
    ['an error of the server', { times: 2, status: 503 }],
    ['a slow response', { times: 1, delayMs: 300 }],
    ['a connection that is cut before the request took effect', { times: 1, cut: 'before' }],
    ['a connection that is cut after the request took effect', { times: 1, cut: 'after' }],
  ]

  it.each(faults)('through /ask, with %s', async (_name, fault) => {
    const bot = await begin()
    bot.fake.fault({ matches: callback, ...fault })
    await expectToAnswer(bot)
    await expectToAnswer(bot)
  })

  it.each(faults)('through a mention, with %s', async (_name, fault) => {
    const { fake } = await begin()
    fake.fault({ matches: /POST \/channels\/\d+\/messages/, ...fault })
    fake.say(`<@bot> ${question}`)
    expect(shown(await fake.store.sent.next())).toContain('Ilse Brandt')
    fake.say('<@bot> Who bought the lighthouse?')
    expect(shown(await fake.store.sent.next())).toContain('lighthouse')
    expect(fake.store.sent.size()).toBe(0)
  })
})

describe('an interaction that Discord takes no answer for', () => {
  it.each([
    ['has expired', { code: 10062, message: 'Unknown interaction' }, 404],
    ['was answered already', { code: 40060, message: 'Interaction has already been acknowledged.' }, 400],
  ])('since it %s, is logged and left', async (_name, body, status) => {
    const bot = await begin()
    bot.fake.fault({ matches: callback, times: 1, status, body })
    const interaction = bot.fake.slash('ask', { question })
    await expectToAnswer(bot)
    expect(interaction.answers).toBe(0)
    expect(await bot.untilLogged('Discord no longer takes an answer')).toMatchObject({ level: 40 })
    expect(bot.logged.filter(({ level }) => (level ?? 0) >= 50)).toEqual([])
  })
})

describe('a connection to the gateway', () => {
  it('that drops is resumed, and what was asked meanwhile is answered', async () => {
    const bot = await begin()
    const resumed = bot.fake.gateway.connected()
    bot.fake.gateway.drop()
    const meanwhile = bot.fake.slash('ask', { question })
    expect(await resumed).toBe('resumed')
    expect(shown(await meanwhile.shown.next())).toContain('Ilse Brandt')
    await expectToAnswer(bot)
  })

  it('is renewed when Discord asks for it', async () => {
    const bot = await begin()
    const resumed = bot.fake.gateway.connected()
    bot.fake.gateway.askToReconnect()
    expect(await resumed).toBe('resumed')
    await expectToAnswer(bot)
  })

  it('whose session has ended begins another', async () => {
    const bot = await begin()
    const again = bot.fake.gateway.connected()
    bot.fake.gateway.invalidate()
    expect(await again).toBe('identified')
    await expectToAnswer(bot)
  }, 15_000)

  it('that no longer answers heartbeats is given up', async () => {
    const bot = await begin({}, { heartbeatMs: 100 })
    const again = bot.fake.gateway.connected()
    bot.fake.gateway.fallSilent()
    await again
    await expectToAnswer(bot)
  }, 15_000)

  it('may drop in the middle of an answer', async () => {
    const [begun, finish] = [deferred(), deferred()]
    const slow: Command = {
      ...askCommand,
      async run(options, context) {
        begun.resolve()
        await finish.promise
        return askCommand.run(options, context)
      },
    }
    const { fake } = await begin({ commands: [slow] })
    const interaction = fake.slash('ask', { question })
    await begun.promise
    fake.gateway.drop()
    finish.resolve()
    expect(shown(await interaction.shown.next())).toContain('Ilse Brandt')
  })
})

describe('a command', () => {
  const failing = (error: unknown, waitMs = 0): Command => ({
    ...helpCommand,
    async run() {
      // Longer than the bot waits before it tells Discord that it is thinking.
      if (waitMs > 0) await new Promise(resolve => setTimeout(resolve, waitMs))
      throw error
    },
  })

  it('with a bug gets one plain sentence with an id, for the person alone', async () => {
    const { fake, logged } = await begin({ commands: [failing(new TypeError('x is not a function'))] })
    const interaction = fake.slash('help')
    const told = await interaction.shown.next()
    expect(isPrivate(told)).toBe(true)
    expect(shown(told)).toContain(interaction.id)
    expect(shown(told)).not.toContain('not a function')
    expect(JSON.stringify(logged)).toContain(interaction.id)
  })

  it('that makes no sense is explained to the person alone', async () => {
    const { fake } = await begin({ commands: [failing(new UserError('Give *words*.'))] })
    const told = await fake.slash('help').shown.next()
    expect(isPrivate(told)).toBe(true)
    expect(shown(told)).toBe('Give \\*words\\*.')
  })

  it('that is slow is deferred, and explained to the person alone even so', async () => {
    const { fake } = await begin({ commands: [failing(new UserError('Too much.'), 1_700)] })
    const interaction = fake.slash('help')
    const told = await interaction.shown.next()
    expect(fake.requests.filter(request => request.includes('callback'))).toHaveLength(1)
    expect(isPrivate(told)).toBe(true)
    expect(shown(told)).toBe('Too much.')
  })
})
