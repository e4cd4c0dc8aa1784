import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeArticle, makeLibrary } from '../support/articles.ts'
import { buttonsOf, type FakeDiscord, type FakeMessage, isPrivate, labelsOf, shown } from '../support/fake-discord.ts'
import { type BotUnderTest, startBot } from '../support/running-bot.ts'

describe('quotations on Discord', () => {
  let running: BotUnderTest
  let fake: FakeDiscord
  let clock = 0
  const library = makeLibrary()

  beforeAll(async () => {
    running = await startBot({ now: () => (clock += 60_000), library: () => library })
    fake = running.fake
  })
  afterAll(async () => {
    await running.stop()
    expect(fake.store.violations).toEqual([])
  })

  const labels = labelsOf
  /** The JSON of a message, to look into menus and pictures. */
  const json = (message: FakeMessage): string => JSON.stringify(message)

  it('show the words to the letter, then who said them and where', async () => {
    const message = await fake.slash('quote', { speaker: 'brandt' }).shown.next()
    expect(shown(message)).toContain(
      '“Nobody had seen water like this since 1954, \\[…\\] We will rebuild the bridge before winter.”',
    )
    expect(shown(message)).toContain('— Ilse Brandt, mayor')
    expect(shown(message)).toContain('The Valley Post')
  })

  it('each have a way to their source and to reading on', async () => {
    const message = await fake.slash('quote', { words: 'the bridge light teach water' }).shown.next()
    expect(labels(message)).toEqual([
      ...['Read the article', 'Make a quote card'],
      ...['Read the article', 'Make a quote card', 'Open the source'],
      ...['Ask on', 'Delete'],
    ])
    const ids = buttonsOf(message).flatMap(({ custom_id }) => custom_id ?? [])
    const read = await fake.clickId(message, ids[2] ?? '').shown.next()
    expect(shown(read)).toContain('River floods Marbach')
    const card = await fake.clickId(message, ids[3] ?? '').shown.next()
    expect(json(card)).toContain('Nobody had seen water')
  })

  it('of one sentence are cards of their own, under one showing of the sentence', async () => {
    const strike = makeArticle(
      'After three nights of talks Ada Brook called the offer "a very bad joke" and the bosses "people of the last century".',
    )
    const other = await startBot({ library: () => makeLibrary([strike]) })
    const message = await other.fake.slash('quote', { speaker: 'brook' }).shown.next()
    expect(shown(message).match(/After three nights/g)).toHaveLength(1)
    const cards = buttonsOf(message).filter(({ label }) => label === 'Make a quote card')
    const [first, second] = cards.map(({ custom_id }) => other.fake.clickId(message, custom_id ?? ''))
    expect(json((await first?.shown.next()) as FakeMessage)).toContain('“a very bad joke”')
    expect(json((await second?.shown.next()) as FakeMessage)).toContain('“people of the last century”')
    expect(other.fake.store.violations).toEqual([])
    await other.stop()
  })

  it('of two people of one name are shown apart', async () => {
    const family = makeArticle(
      '"It sang," said Ana Keller, a guide. "It roared," said Tom Keller, a diver. "It hummed," Ana Keller said.',
    )
    const other = await startBot({ library: () => makeLibrary([family]) })
    const message = await other.fake.slash('quote', { speaker: 'Keller' }).shown.next()
    expect(shown(message)).toContain(
      'Several speakers fit this name: Ana Keller (2 quotations), Tom Keller (1 quotation).',
    )
    expect(shown(message)).toMatch(
      /“It sang”[\s\S]*Ana Keller[\s\S]*“It hummed”[\s\S]*Ana Keller[\s\S]*“It roared”[\s\S]*Tom Keller/,
    )
    await other.stop()
  })

  it('are checked for the person alone, and can be shown to all', async () => {
    const message = await fake.slash('check', { quote: 'Nobody has seen water like this since 1945' }).shown.next()
    expect(isPrivate(message)).toBe(true)
    expect(shown(message)).toContain('**Altered.')
    expect(shown(message)).toContain('Number: claimed “1945”, printed “1954”')
    expect(labels(message)).toContain('Share')
    const shared = await fake.click(message, 'Share').shown.next()
    expect(isPrivate(shared)).toBe(false)
    expect(shown(shared)).toContain('**Altered.')
  })

  it('are checked from the menu of a message, by the longest quoted part', async () => {
    const text = 'I read that Sousa said: "Light is the first thing that I teach" :)'
    const message = await fake.messageCommand('Check this quote', text).shown.next()
    expect(isPrivate(message)).toBe(true)
    expect(shown(message)).toContain('**Verbatim.')
  })

  it('say what was looked through when nobody printed them', async () => {
    const message = await fake.slash('check', { quote: 'Bananas are blue on Thursdays in Antarctica' }).shown.next()
    expect(shown(message)).toContain('does not mean that nobody said it')
    expect(shown(message)).toContain('May 1, 2024')
  })

  it('become cards with an alt text that carries the words and the attribution', async () => {
    const message = await fake.slash('quote', { words: 'light teach' }).shown.next()
    const card = await fake.click(message, 'Make a quote card').shown.next()
    expect(json(card)).toContain('attachment://quote.png')
    expect(json(card)).toContain('Quote card: “Light is the first thing that I teach” — Ana Sousa')
    expect(shown(card)).toContain('Harbour News')
  })

  it('become cards from a passage that is a quotation', async () => {
    const message = await fake.slash('ask', { question: 'What did Sousa say about light?' }).shown.next()
    const card = await fake.click(message, 'Make a quote card').shown.next()
    expect(json(card)).toContain('attachment://quote.png')
  })

  it('are refused as cards rather than cut', async () => {
    const long = makeArticle(`"${'We will talk and talk '.repeat(200)}," said Ilse Brandt.`, { slug: 'long' })
    const other = await startBot({ library: () => makeLibrary([long]) })
    const message = await other.fake.slash('quote', { speaker: 'brandt' }).shown.next()
    const refusal = await other.fake.click(message, 'Make a quote card').shown.next()
    expect(isPrivate(refusal)).toBe(true)
    expect(shown(refusal)).toContain('too long for a card')
    expect(other.fake.store.violations).toEqual([])
    await other.stop()
  })
})
