import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLibrary, type Library } from '../../../src/library/library.ts'
import { flood, gates, lighthouse, makeArticle, makeLibrary } from '../../support/articles.ts'
import {
  buttonsOf,
  type FakeDiscord,
  type FakeMessage,
  isPrivate,
  labelsOf,
  shown,
} from '../../support/fake-discord.ts'
import { type BotUnderTest, startBot, startOn } from '../../support/running-bot.ts'

const articles = [flood, lighthouse, ...gates]
const severalAnswers = 'Which gate of Lenn was closed on Monday?'

describe('the buttons under an answer', () => {
  let running: BotUnderTest
  let fake: FakeDiscord
  let library: Library = makeLibrary(articles)
  let clock = 0

  beforeAll(async () => {
    running = await startBot({ now: () => (clock += 60_000), library: () => library })
    fake = running.fake
  })
  afterAll(async () => {
    await running.stop()
    expect(fake.store.violations).toEqual([])
  })

  const ask = (question: string, options: Record<string, string | boolean> = {}): Promise<FakeMessage> =>
    fake.slash('ask', { question, ...options }).shown.next()
  const labels = labelsOf

  it('turn the pages of the passages, in the same message', async () => {
    const message = await ask(severalAnswers)
    const first = shown(message)
    expect(labels(message)).not.toContain('◀ Previous')
    const next = fake.click(message, 'Next ▶')
    expect(await next.shown.next()).toBe(message)
    expect(shown(message)).toContain('Passage 2 of')
    await fake.click(message, '◀ Previous').shown.next()
    expect(shown(message)).toBe(first)
  })

  it('draw the passage out to its paragraph, then by its neighbours, with the words marked', async () => {
    const body = [
      'The bakery opened at six. Bread was cheap.',
      // Too long for both sentences to be shown as one passage.
      `A comet passed over Hollow Hill. Dogs slept ${'and slept '.repeat(70)}on.`,
      'The market closed at noon. Nobody complained.',
    ]
    library = createLibrary([makeArticle(body.join('\n\n'), { slug: 'comet' })], new Date(0))
    const message = await ask('What passed over Hollow Hill?')
    expect(shown(message)).not.toContain('Dogs')
    await fake.click(message, 'More context').shown.next()
    expect(shown(message)).toContain('**passed** over **Hollow** **Hill**. Dogs slept')
    expect(shown(message)).not.toContain('Bread')
    await fake.click(message, 'More context').shown.next()
    expect(shown(message)).toContain('Bread was cheap.')
    expect(shown(message)).toContain('Nobody complained.')
    expect(labels(message)).not.toContain('More context')
    library = makeLibrary(articles)
  })

  it('open the article for the reader alone, page by page', async () => {
    const message = await ask('Who bought the lighthouse?')
    const reading = await fake.click(message, 'Read the article', { by: fake.ben }).shown.next()
    expect(isPrivate(reading)).toBe(true)
    expect(shown(reading)).toContain('The lighthouse on Gull Island was sold')
    expect(shown(reading)).not.toContain('Page 1 of 1')
    expect(shown(reading)).toContain('from a digest of the article')
  })

  it('link to the source', async () => {
    const message = await ask('How many houses in Marbach were flooded?')
    expect(buttonsOf(message).find(({ label }) => label === 'Open the source')?.url).toBe(
      'https://valley.example/flood',
    )
  })

  it('give others a copy of their own instead of changing the answer', async () => {
    const message = await ask(severalAnswers)
    const before = shown(message)
    const copy = await fake.click(message, 'Next ▶', { by: fake.ben }).shown.next()
    expect(isPrivate(copy)).toBe(true)
    expect(shown(copy)).toContain('Passage 2 of')
    expect(shown(message)).toBe(before)
    expect(await fake.click(copy, '◀ Previous', { by: fake.ben }).shown.next()).toBe(copy)
  })

  it('let moderators drive', async () => {
    const message = await ask(severalAnswers)
    expect(await fake.click(message, 'Next ▶', { by: fake.moderator }).shown.next()).toBe(message)
  })

  it.each(['ada', 'moderator'] as const)('delete the answer for %s', async who => {
    const message = await ask('Who bought the lighthouse?')
    fake.click(message, 'Delete', { by: fake[who] })
    expect(await fake.store.deleted.next()).toBe(message)
  })

  it('do not delete it for anybody else', async () => {
    const message = await ask('Who bought the lighthouse?')
    const refusal = await fake.click(message, 'Delete', { by: fake.ben }).shown.next()
    expect(isPrivate(refusal)).toBe(true)
    expect(shown(refusal)).toContain('Only the person who asked')
    expect(message.isDeleted).toBe(false)
  })

  it('show a private answer to all', async () => {
    const message = await ask('Who bought the lighthouse?', { private: true })
    const shared = await fake.click(message, 'Share').shown.next()
    expect(isPrivate(shared)).toBe(false)
    expect(shown(shared)).toBe(shown(message))
    expect(labels(shared)).toContain('Delete')
    expect(labels(shared)).not.toContain('Share')
    fake.click(shared, 'Delete')
    expect(await fake.store.deleted.next()).toBe(shared)
  })

  it('turn the pages of quotations and of the list of articles', async () => {
    const many = Array.from({ length: 25 }, (_, at) =>
      makeArticle(`"We counted ${at} boats," said Ilse Brandt.`, { slug: `boats-${at}`, headline: `Boats ${at}` }),
    )
    library = createLibrary([...many, flood, lighthouse], new Date(0))
    const quotations = await fake.slash('quote', { speaker: 'Ilse Brandt' }).shown.next()
    expect(shown(quotations)).toContain('Page 1 of 9')
    await fake.click(quotations, 'Next ▶').shown.next()
    expect(shown(quotations)).toContain('Page 2 of 9')
    const list = await fake.slash('article').shown.next()
    expect(shown(list)).toContain('27 articles')
    await fake.click(list, 'Next ▶').shown.next()
    expect(shown(list)).toContain('Page 2 of 3')
    const option = list.components.flatMap(top => top.components ?? []).flatMap(row => row.components ?? [])
    const value = option.find(({ type }) => type === 3)?.options?.[0]?.value ?? ''
    const opened = await fake.choose(list, value).shown.next()
    expect(isPrivate(opened)).toBe(true)
    expect(shown(opened)).toContain('Key sentences')
    library = makeLibrary(articles)
  })

  it('say so when the article changed or went', async () => {
    const message = await ask('Who designed the new dam?')
    const question = await ask('Who bought the lighthouse?')
    library = createLibrary([makeArticle('The dam holds.', { slug: 'flood' })], new Date(0))
    const before = shown(message)
    const told = await fake.click(message, 'More context').shown.next()
    expect(shown(told)).toContain('has changed since')
    expect(isPrivate(told)).toBe(true)
    // The answer stays: the question, the passage as it was printed, and the button that deletes it.
    expect(shown(message)).toBe(before)
    expect(labels(message)).toContain('Delete')
    const reading = await fake.click(question, 'Read the article').shown.next()
    expect(shown(reading)).toContain('no longer among those')
    library = makeLibrary(articles)
  })

  it('say so when they come from another time', async () => {
    const message = await ask('Who bought the lighthouse?')
    for (const customId of ['x', 'n.zz', `n.zz.p.0.0.0.${'_'.repeat(24)}`, '__proto__.1.constructor']) {
      const told = await fake.clickId(message, customId).shown.next()
      expect(shown(told)).toMatch(/older version|no longer|has changed/)
    }
  })

  it('work where the bot is not a member, for those who installed it for themselves', async () => {
    const asking = { guildId: '999999999999999999' }
    const message = await fake.slash('ask', { question: 'Who designed the new dam?' }, asking).shown.next()
    await fake.click(message, 'More context', asking).shown.next()
    expect(message.edits).toBe(1)
    fake.click(message, 'Delete', asking)
    expect(await fake.store.deleted.next()).toBe(message)
  })

  it('work after a restart', async () => {
    const message = await ask(severalAnswers)
    await running.bot.stop()
    running = { ...running, ...(await startOn(fake, { library: () => library })) }
    await fake.click(message, 'Next ▶').shown.next()
    expect(shown(message)).toContain('Passage 2 of')
  })
})
