import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLibrary } from '../../../src/library/library.ts'
import { flood, lighthouse, makeArticle } from '../../support/articles.ts'
import { buttonsOf, type FakeDiscord, isPrivate, labelsOf, shown } from '../../support/fake-discord.ts'
import { type BotUnderTest, startBot } from '../../support/running-bot.ts'

const mill = makeArticle(
  'The council of Lenn voted on Monday to keep the old mill.\n\nIn Marbach, 12 people met in the town hall.',
  {
    slug: 'mill',
    headline: 'Council keeps the mill',
    outlet: 'Lenn Times',
    byline: 'Jo Hart',
    published: '2024-05-20',
  },
)

describe('asking on', () => {
  let running: BotUnderTest
  let fake: FakeDiscord
  let clock = 0
  const library = createLibrary([flood, lighthouse, mill], new Date(0))

  beforeAll(async () => {
    running = await startBot({ now: () => (clock += 60_000), library: () => library })
    fake = running.fake
  })
  afterAll(async () => {
    await running.stop()
    expect(fake.store.violations).toEqual([])
  })

  it('opens a field, and answers what is typed there in a message of its own', async () => {
    const message = await fake.slash('ask', { question: 'How many houses in Marbach were flooded?' }).shown.next()
    const before = shown(message)
    const field = await fake.click(message, 'Ask on').fields.next()
    expect(field.title).toBe('Ask on')
    const second = await fake.type(field, 'why?').shown.next()
    expect(shown(second)).toContain('Read as: why were houses in Marbach flooded?')
    expect(shown(second)).toContain('River floods Marbach')
    expect(isPrivate(second)).toBe(false)
    expect(shown(message)).toBe(before)
    const third = await fake.type(await fake.click(second, 'Ask on').fields.next(), 'who wrote it?').shown.next()
    expect(shown(third)).toContain('Jo Hart')
  })

  it('stays private under a private answer, and where nothing is found', async () => {
    const options = { question: 'Who bought the lighthouse?', private: true }
    const message = await fake.slash('ask', options).shown.next()
    const field = await fake.click(message, 'Ask on').fields.next()
    expect(isPrivate(await fake.type(field, 'when?').shown.next())).toBe(true)
    const open = await fake.slash('ask', { question: 'Who bought the lighthouse?' }).shown.next()
    const nothing = await fake
      .type(await fake.click(open, 'Ask on').fields.next(), 'does it mention Zanzibar?')
      .shown.next()
    expect(shown(nothing)).toContain('do not mention “Zanzibar”')
    expect(isPrivate(nothing)).toBe(true)
  })

  it('reads on from the passage in view, not from the first', async () => {
    const message = await fake.slash('ask', { question: 'What did the council of Lenn vote on Monday?' }).shown.next()
    const field = await fake.click(message, 'Ask on').fields.next()
    expect(shown(await fake.type(field, 'go on').shown.next())).toContain('12 people met')
  })

  it('is for everybody who sees the answer', async () => {
    const message = await fake.slash('ask', { question: 'Who bought the lighthouse?' }).shown.next()
    const field = await fake.click(message, 'Ask on', { by: fake.ben }).fields.next()
    const answer = await fake.type(field, 'when?', { by: fake.ben }).shown.next()
    expect(shown(answer)).toContain('Painter buys lighthouse')
  })

  it('takes the newest article where none is named, says so, and offers the others', async () => {
    const message = await fake.slash('ask', { question: 'who wrote this?' }).shown.next()
    expect(shown(message)).toContain('this is the newest: “Council keeps the mill”')
    expect(labelsOf(message)).toContain(flood.headline)
    await fake.click(message, flood.headline).shown.next()
    expect(shown(message)).toContain('River floods Marbach')
    expect(shown(message)).not.toContain('newest')
    expect(shown(message)).toContain('who wrote this?')
  })

  it('says nothing of nothing to others, and offers questions that are answered', async () => {
    const nothing = await fake.slash('ask', { question: 'zyxwv qwerty?' }).shown.next()
    expect(isPrivate(nothing)).toBe(true)
    expect(shown(nothing)).toMatch(/You could ask: .*\?/)
    const asked = await fake.slash('ask', { question: 'zyxwv qwerty?', private: false }).shown.next()
    expect(isPrivate(asked)).toBe(false)
  })

  it('has at most one row of buttons, and none that is disabled', async () => {
    const message = await fake.slash('ask', { question: 'Since when had nobody seen such water?' }).shown.next()
    expect(buttonsOf(message).length).toBeLessThanOrEqual(5)
    expect(buttonsOf(message).some(({ disabled }) => disabled)).toBe(false)
    expect(labelsOf(message)).toEqual(
      expect.arrayContaining(['Ask on', 'Read the article', 'Make a quote card', 'Delete']),
    )
    fake.click(message, 'Delete')
    expect(await fake.store.deleted.next()).toBe(message)
  })

  it('does not repeat the question in a reply, and turns its pages all the same', async () => {
    fake.say('<@bot> How many people met?')
    const reply = await fake.store.sent.next()
    expect(shown(reply)).not.toContain('How many people met?')
    fake.say('and why?', { replyTo: reply })
    expect(shown(await fake.store.sent.next())).toContain('Read as: why')
  })

  it('speaks the language of the command before in direct messages', async () => {
    const dm = fake.dm(fake.ada)
    const asked = { in: dm, locale: 'de' }
    expect(labelsOf(await fake.slash('ask', { question: 'Who bought the lighthouse?' }, asked).shown.next())).toContain(
      'Weiterfragen',
    )
    fake.say('Who bought the lighthouse?', { in: dm })
    expect(labelsOf(await fake.store.sent.next())).toContain('Weiterfragen')
  })
})
