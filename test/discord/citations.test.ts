import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { updateLibrary } from '../../src/library/library.ts'
import { flood, type lighthouse, makeArticle, makeLibrary } from '../support/articles.ts'
import { type FakeDiscord, isPrivate, shown } from '../support/fake-discord.ts'
import { type BotUnderTest, startBot } from '../support/running-bot.ts'

describe('a citation', () => {
  let running: BotUnderTest
  let fake: FakeDiscord
  let clock = 0
  let library = makeLibrary()

  beforeAll(async () => {
    running = await startBot({ now: () => (clock += 60_000), library: () => library })
    fake = running.fake
  })
  afterAll(async () => {
    await running.stop()
    expect(fake.store.violations).toEqual([])
  })

  const idIn = (text: string): string => /ID `([\w-]{12})`/.exec(text)?.[1] ?? ''
  const cite = async (id: string) => fake.slash('article', { cite: id }).shown.next()

  it.each([
    ['ask', { question: 'How much did the lighthouse on Gull Island cost?' }],
    ['quote', { speaker: 'Sousa' }],
  ])('is made from the id in an answer of /%s, with a line to copy', async (command, options) => {
    const answer = shown(await fake.slash(command, options).shown.next())
    const message = shown(await cite(idIn(answer)))
    expect(message).toContain('The article still says:')
    expect(message).toMatch(
      /```\n“.+” — “Painter buys lighthouse on Gull Island”, Harbour News, 2023-11-20, paragraph \d/,
    )
  })

  it('shows the wording then and now when the article has changed', async () => {
    const answer = shown(await fake.slash('ask', { question: 'How many houses did it flood?' }).shown.next())
    const changed = makeArticle(flood.body.replace('1,250 houses', '1,400 houses'), { ...metadata(flood) })
    library = updateLibrary(library, { put: [changed], remove: [] }, new Date())
    const message = shown(await cite(idIn(answer)))
    expect(message).toContain('The article has changed since. Then it said:')
    expect(message).toContain('> It flooded 1,250 houses')
    expect(message).toContain('Now it says nearest to that:')
    expect(message).toContain('1,400 houses')
  })

  it.each(['nonsense', 'aaaaaaaaaaaa', ''])('of %o is refused, to the asker alone', async id => {
    const message = await cite(id)
    if (id === '') return expect(shown(message)).toContain('2 articles')
    expect(isPrivate(message)).toBe(true)
    expect(shown(message)).toContain(`No sentence here has the ID “${id}”.`)
  })

  const metadata = ({ body: _body, paragraphs: _paragraphs, ...rest }: typeof lighthouse) => rest
})
