import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeLibrary } from '../support/articles.ts'
import { type FakeDiscord, shown } from '../support/fake-discord.ts'
import { type BotUnderTest, startBot } from '../support/running-bot.ts'

describe('a claim', () => {
  let running: BotUnderTest
  let fake: FakeDiscord
  let clock = 0

  beforeAll(async () => {
    running = await startBot({ now: () => (clock += 60_000), library: () => library })
    fake = running.fake
  })
  afterAll(async () => {
    await running.stop()
    expect(fake.store.violations).toEqual([])
  })
  const library = makeLibrary()
  const printed = 'Nobody had seen water like this since 1954'

  it.each([
    [`<@bot> check "${printed}"`, '**Verbatim.'],
    [`<@bot> please verify this quote: ${printed}`, '**Verbatim.'],
    ['<@bot> fact check: nobody had seen water like this since 1945', '**Altered.'],
  ])('is checked where the bot is mentioned: %s', async (line, verdict) => {
    fake.say(line)
    expect(shown(await fake.store.sent.next())).toContain(verdict)
  })

  it.each(['<@bot> is this true?', '<@bot> did she really say that', '<@bot> fact check please', '<@bot> source?'])(
    'is checked where somebody replies to it: %s',
    async line => {
      fake.say(line, { replyToWords: `<@bot> "${printed}," said the mayor` })
      expect(shown(await fake.store.sent.next())).toContain('**Verbatim.')
    },
  )

  it('that Discord does not show the bot is not guessed at', async () => {
    fake.say('<@bot> is this true?', { replyToWords: `"${printed}" said the mayor` })
    expect(shown(await fake.store.sent.next())).toContain('Discord does not show me that message.')
  })

  it.each(['<@bot> check the weather', '<@bot> Is it true that the bridge was closed?', '<@bot> is this true?'])(
    'is no other question: %s',
    async line => {
      fake.say(line)
      expect(shown(await fake.store.sent.next())).not.toMatch(/Verbatim\.|Altered\.|does not show me/)
    },
  )

  it.each([
    ['an embed', { embeds: [{ type: 'rich', title: 'Flood', description: `"${printed}," said the mayor.` }] }],
    ['a field of an embed', { embeds: [{ type: 'rich', fields: [{ name: 'Quote', value: `"${printed}"` }] }] }],
    ['a component', { components: [{ type: 17, id: 1, components: [{ type: 10, id: 2, content: `"${printed}"` }] }] }],
  ])('in %s of a message is checked from its menu', async (_what, target) => {
    const message = await fake.messageCommand('Check this quote', '', { target }).shown.next()
    expect(shown(message)).toContain('**Verbatim.')
  })
})
