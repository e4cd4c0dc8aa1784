/** People who click twice, or ask more than they may: what they are told, and how often. */
import { afterEach, describe, expect, it } from 'vitest'
import { isPrivate, shown } from '../../support/fake-discord.ts'
import { type BotUnderTest, startBot } from '../../support/running-bot.ts'

let nowMs = 0
let running: BotUnderTest | null = null
afterEach(async () => {
  expect(running?.fake.store.violations).toEqual([])
  await running?.stop()
  running = null
})

const start = async (): Promise<BotUnderTest> => {
  running = await startBot({ now: () => nowMs })
  return running
}

describe('a click that is repeated', () => {
  it.each([
    ['Share', { question: 'Who bought the lighthouse?', private: true }],
    ['Make a quote card', { question: 'What did Ana Sousa say about light?' }],
  ])('makes no second message: %s', async (label, options) => {
    const { fake, bot } = await start()
    const message = await fake.slash('ask', options).shown.next()
    const clicks = [fake.click(message, label), fake.click(message, label), fake.click(message, label)]
    await clicks[0]?.shown.next()
    // All are answered before it leaves.
    await bot.stop()
    const made = clicks.filter(({ original }) => original !== null && original !== message)
    expect(made).toHaveLength(1)
    expect(clicks.map(({ answers }) => answers)).toEqual([1, 1, 1])
  })

  it('makes another one a minute later', async () => {
    const { fake } = await start()
    const message = await fake.slash('ask', { question: 'Who bought the lighthouse?', private: true }).shown.next()
    const shared = await fake.click(message, 'Share').shown.next()
    nowMs += 60_000
    const again = await fake.click(message, 'Share').shown.next()
    expect(isPrivate(again)).toBe(false)
    expect(again).not.toBe(shared)
  })
})

describe('somebody who asks too much', () => {
  it('is told so once a minute', async () => {
    const { fake } = await start()
    const said: string[] = []
    // Every message is answered but those of a flood: the one by Ben that follows shows that nothing came between.
    for (let minute = 0; minute < 3; minute += 1) {
      for (let asked = 0; asked < 14; asked += 1) fake.say('<@bot> Who bought the lighthouse?')
      fake.say('<@bot> Who bought the lighthouse?', { by: fake.ben })
      for (let answer = 0; answer < 12; answer += 1) said.push(shown(await fake.store.sent.next()))
      expect(fake.store.sent.size()).toBe(0)
      nowMs += 60_000
    }
    expect(said.filter(words => /too fast|slow|seconds/i.test(words))).toHaveLength(3)
  })
})
