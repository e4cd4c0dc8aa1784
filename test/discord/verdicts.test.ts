import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { flood, lighthouse, makeArticle, makeLibrary } from '../support/articles.ts'
import { type FakeDiscord, isPrivate, shown } from '../support/fake-discord.ts'
import { type BotUnderTest, startBot } from '../support/running-bot.ts'

const promise = 'The old bridge will be open again by Christmas, and nobody will need a boat'
const opening = makeArticle(
  `The old bridge of Marbach is closed, the town said.

"${promise}," said Ana Keller, the town engineer. "We don't know what it costs."

"I would never have signed it," said Tom Keller, a councillor.`,
  { slug: 'opening', headline: 'Bridge to open by Christmas', outlet: 'Lenn Times', published: '2024-05-03' },
)
const waiting = makeArticle(`Marbach waits for its bridge.\n\n"${promise}," the engineer said.`, {
  slug: 'waiting',
  headline: 'Marbach waits',
  outlet: 'Marbach News',
  published: '2024-05-04',
})
const letter = makeArticle(`A second look.\n\n"${promise}," said Ida Moser, who read from a letter.`, {
  slug: 'letter',
  headline: 'A second look',
  outlet: 'Valley Wire',
  published: '2024-05-05',
})

describe('a verdict on Discord', () => {
  let running: BotUnderTest
  let fake: FakeDiscord
  let clock = 0
  const library = makeLibrary([flood, lighthouse, opening, waiting, letter])

  beforeAll(async () => {
    running = await startBot({ now: () => (clock += 60_000), library: () => library })
    fake = running.fake
  })
  afterAll(async () => {
    await running.stop()
    expect(fake.store.violations).toEqual([])
  })

  const check = async (quote: string, speaker?: string): Promise<string> =>
    shown(await fake.slash('check', { quote, ...(speaker === undefined ? {} : { speaker }) }).shown.next())

  it.each(['Lenn Times', 'Marbach News', 'Valley Wire'])(
    'denies no outlet that printed the words because others did, too: %s',
    async outlet => {
      const text = await check(`"${promise}" (${outlet})`)
      expect(text).toContain('**Verbatim. These')
      expect(text).toContain(`${outlet} · `)
    },
  )

  it('says once that an outlet did not print the words', async () => {
    const text = await check(`"${promise}" (Harbour News)`)
    expect(text.match(/not by Harbour News/g)).toHaveLength(1)
  })

  it.each([
    [`"${promise}," said Karl Voss`, undefined],
    [promise, 'Karl Voss'],
    [promise, 'Tom Keller'],
    [`"${promise}" tom keller`, undefined],
    [`is it true that tom keller said "${promise}"?`, undefined],
    [`tom keller: ${promise}`, undefined],
  ])('never lets a wrong speaker pass, though the words stand in several articles: %s', async (quote, speaker) => {
    expect(await check(quote, speaker)).toContain('**Verbatim, but said by somebody else')
  })

  it('takes a comment under quoted lines for no part of them', async () => {
    expect(await check(`> ${promise}\nlol as if, they never finish anything on time`)).toContain('**Verbatim. These')
  })

  it.each([
    `> "${promise}"\n> — Ana Keller\nwhat a liar!!`,
    `ana keller said ${promise.toLowerCase()}`,
    `keller: ${promise.toLowerCase()}`,
    `did ana keller really say this? "${promise}"`,
  ])('takes a credit beside the words for no part of them: %s', async quote => {
    const text = await check(quote)
    expect(text).toContain('**Verbatim. These')
    expect(text).toContain('— Ana Keller, the town engineer')
  })

  it('names what was changed alone, not the credit before it', async () => {
    const text = await check('ana keller said the old bridge will be open again by easter, and nobody will need a boat')
    expect(text).toContain('**Altered.')
    expect(text).toContain('claimed “easter”, printed “Christmas”')
    expect(text).not.toContain('“ana keller said” is claimed')
  })

  it('shows both places of words that are joined from two', async () => {
    const text = await check('Nobody had seen water like this since 1954, I would never have signed it')
    expect(text).toContain('**Spliced.')
    expect(text).toContain('— Ilse Brandt, mayor')
    expect(text).toContain('The other half of the claim stands here:')
    expect(text).toContain('— Tom Keller, a councillor')
  })

  it.each([
    ['The old bridge will be open again by Christmas and nobody will need a boat', 'Punctuation: “,” is printed'],
    ['We dont know what it costs', "Punctuation: claimed “dont”, printed “don't”"],
  ])('accuses nobody of a mark: %s', async (quote, mark) => {
    const text = await check(quote)
    expect(text).toContain('**Verbatim but for punctuation.')
    expect(text).toContain(mark)
  })

  it('finds a sentence again whose word was changed beside a lost apostrophe', async () => {
    expect(await check('We dont know what it cost')).toContain('claimed “cost”, printed “costs”')
  })

  it('says that no more than a part of the sentence was quoted', async () => {
    const text = await check('"nobody will need a boat"')
    expect(text).toContain('**Verbatim. These')
    expect(text).toContain('This is a part of a printed sentence.')
  })

  it.each(['...', '…', 'bridge', '"bridge"', '""', '.'])(
    'is refused for what is too short to check: %s',
    async quote => {
      const message = await fake.slash('check', { quote }).shown.next()
      expect(isPrivate(message)).toBe(true)
      expect(shown(message)).toContain('too short to check')
    },
  )
})
