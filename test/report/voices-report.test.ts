import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../../src/answer/ask/ask.ts'
import { en } from '../../src/messages/en.ts'
import { reportVoices } from '../../src/report/voices-report.ts'
import { makeArticle, makeLibrary } from '../support/articles.ts'
import { type FakeDiscord, shown } from '../support/fake-discord.ts'
import { type BotUnderTest, startBot } from '../support/running-bot.ts'

const pier = makeArticle(
  '"We will lift the whole pier again before the spring tides come and take what is left," Ada Brook, the mayor, said. "It cannot be lifted at all," said Paul Ames.',
  { slug: 'pier' },
)
const quay = makeArticle(
  'The quay at Lenn sank overnight. "We heard the granite crack twice," a spokeswoman for the union said.',
  {
    slug: 'quay',
  },
)
const library = makeLibrary([pier, quay])

const voices = (question: string) => {
  const passage = ask(library, question, { limit: 1, article: null, grouping: 'paragraph' }).passages[0]
  return passage === undefined ? [] : reportVoices(passage, en)
}

describe('who speaks in a passage', () => {
  it('is named once where one person speaks, by description where there is no name', () => {
    expect(voices('Who heard the granite crack?')).toEqual(['— spokeswoman for the union'])
  })

  it('is named each at their own words where several speak', () => {
    expect(voices('Who will lift the pier again?')).toEqual([
      '“We will lift the whole pier again before the …” — Ada Brook, the mayor',
      '“It cannot be lifted at all,” — Paul Ames',
    ])
  })
})

describe('who speaks in a passage on Discord', () => {
  let running: BotUnderTest
  let fake: FakeDiscord
  beforeAll(async () => {
    running = await startBot({ library: () => library })
    fake = running.fake
  })
  afterAll(async () => {
    await running.stop()
    expect(fake.store.violations).toEqual([])
  })

  it('is named each at their own words, never one for all', async () => {
    const message = await fake.slash('ask', { question: 'Who will lift the pier again?' }).shown.next()
    expect(shown(message)).toContain('“It cannot be lifted at all,” — Paul Ames')
    expect(shown(message)).toContain('…” — Ada Brook, the mayor')
    expect(shown(message)).not.toMatch(/^— /m)
  })
})
