import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeArticle, makeLibrary } from '../support/articles.ts'
import { type FakeDiscord, isPrivate, shown } from '../support/fake-discord.ts'
import { type BotUnderTest, startBot } from '../support/running-bot.ts'

const words = ['first', 'second', 'third', 'fourth', 'fifth']
const made = (outlet: string, published: string, town: string) =>
  makeArticle(
    words.map(word => `"The ${word} bridge of ${town} stays closed," said the mayor, Ilse Brandt.`).join('\n\n'),
    { slug: `${town.toLowerCase()}-bridges`, headline: `Bridges of ${town} closed`, outlet, published },
  )

describe('outlet, from and to', () => {
  let running: BotUnderTest
  let fake: FakeDiscord
  let clock = 0
  const library = makeLibrary([
    made('The Valley Post', '2024-05-01', 'Marbach'),
    made('Harbour News', '2023-11-20', 'Gull'),
    made('Harbour News', '2022-02-02', 'Lenn'),
  ])

  beforeAll(async () => {
    running = await startBot({ now: () => (clock += 60_000), library: () => library })
    fake = running.fake
  })
  afterAll(async () => {
    await running.stop()
    expect(fake.store.violations).toEqual([])
  })

  const question = 'Which bridge stays closed?'

  it.each([
    [{ outlet: 'valley' }, 'Marbach', 'The Valley Post'],
    [{ outlet: 'harbour news', to: '2022' }, 'Lenn', 'Harbour News · … – 2022-12-31'],
    [{ from: 'November 2023', to: '2023-11' }, 'Gull', '2023-11-01 – 2023-11-30'],
  ])('limit /ask to %o', async (filter, town, line) => {
    const message = await fake.slash('ask', { question, ...filter }).shown.next()
    expect(shown(message)).toContain(`of ${town}`)
    expect(shown(message)).toContain(`-# ${line}`)
  })

  it('limit the pages of /quote, too', async () => {
    const message = await fake.slash('quote', { speaker: 'Brandt', outlet: 'harbour', from: '2023-01-01' }).shown.next()
    expect(shown(message)).toContain('3 of 5 quotations')
    const next = await fake.click(message, 'Next ▶').shown.next()
    expect(shown(next)).toContain('Gull')
    expect(shown(next)).not.toMatch(/Lenn|Marbach/)
    expect(shown(next)).toContain('-# Harbour News · 2023-01-01 – …')
  })

  it.each([
    [{ outlet: 'The Herald' }, 'No outlet here is called “The Herald”. There are: Harbour News, The Valley Post.'],
    [{ from: 'whenever' }, '“whenever” is no day I can read. Write it like 2021-01-24.'],
    [{ from: '2021-13' }, '“2021-13” is no day I can read.'],
    [{ from: '2023', to: '2022' }, 'The first day, 2023-01-01, comes after the last, 2022-12-31.'],
    [{ from: '2030' }, 'No article here was printed there and then.'],
  ])('say to the asker alone what is wrong with %o', async (filter, sentence) => {
    const message = await fake.slash('ask', { question, ...filter }).shown.next()
    expect(isPrivate(message)).toBe(true)
    expect(shown(message)).toContain(sentence)
  })

  it('complete outlets', async () => {
    const choices = await fake.autocomplete('ask', 'outlet', 'har').choices.next()
    expect(choices.map(({ value }) => value)).toEqual(['Harbour News'])
  })
})
