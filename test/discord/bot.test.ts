import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostileInputs } from '../support/articles.ts'
import { type FakeDiscord, isPrivate, shown } from '../support/fake-discord.ts'
import { type BotUnderTest, startBot } from '../support/running-bot.ts'

describe('the bot on Discord', () => {
  let running: BotUnderTest
  let fake: FakeDiscord
  let clock = 0

  beforeAll(async () => {
    // Every question comes a minute after the one before, so that nobody is asked to wait.
    running = await startBot({ now: () => (clock += 60_000) })
    fake = running.fake
  })
  afterAll(async () => {
    await running.stop()
    expect(fake.store.violations).toEqual([])
  })

  it('asks for no privileged intent', () => {
    expect(fake.gateway.intents()).toBe((1 << 0) | (1 << 9) | (1 << 12))
  })

  it('says where it is, what it holds and how it is invited', () => {
    const [on, invite] = running.logged.filter(({ msg }) => msg === 'on Discord' || msg?.startsWith('invite'))
    expect(on).toMatchObject({ servers: [{ id: fake.guildId }], articles: 2, sentences: 12 })
    expect(JSON.stringify(invite)).toMatch(/scope=bot\+applications.commands/)
  })

  it('answers /ask with the passage and its attribution', async () => {
    const message = await fake.slash('ask', { question: 'How many houses in Marbach were flooded?' }).shown.next()
    expect(shown(message)).toContain('It **flooded** 1,250 **houses** in **Marbach** and closed the old bridge.')
    expect(shown(message)).toContain('**River floods Marbach and closes its old bridge**')
    expect(shown(message)).toContain('The Valley Post · Jo Hart · Marbach · May 1, 2024 · paragraph 1')
    expect(isPrivate(message)).toBe(false)
  })

  it('answers for one person alone when asked to', async () => {
    const message = await fake.slash('ask', { question: 'Who bought the lighthouse?', private: true }).shown.next()
    expect(isPrivate(message)).toBe(true)
  })

  it('answers a mention with one reply that pings nobody', async () => {
    const question = fake.say('<@bot> Who is the mayor of Marbach?')
    const message = await fake.store.sent.next()
    expect(message.repliesTo).toBe(question)
    expect(shown(message)).toContain('Ilse Brandt')
  })

  it.each(hostileInputs)('answers /ask with %s', async (_name, text) => {
    // Discord takes neither empty options nor longer ones.
    const question = text.slice(0, 300)
    const interaction = fake.slash('ask', { question })
    expect(shown(await interaction.shown.next())).not.toMatch(/went wrong/)
    expect(interaction.answers).toBe(1)
  })

  it.each(hostileInputs)('answers /quote with %s', async (_name, text) => {
    const interaction = fake.slash('quote', { words: text.slice(0, 300), speaker: text.slice(0, 100) })
    expect(shown(await interaction.shown.next())).not.toMatch(/went wrong/)
    expect(interaction.answers).toBe(1)
  })

  it.each(hostileInputs)('answers a mention with %s', async (_name, text) => {
    fake.say(`<@bot> ${text}`)
    expect(shown(await fake.store.sent.next())).not.toMatch(/went wrong/)
  })

  it.each(hostileInputs)('suggests articles for %s', async (_name, text) => {
    expect(await fake.autocomplete('ask', 'article', text).choices.next()).toBeInstanceOf(Array)
  })
})
