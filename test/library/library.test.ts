import { describe, expect, it } from 'vitest'
import { ask } from '../../src/answer/ask/ask.ts'
import { combineLibraries, type Library, updateLibrary } from '../../src/library/library.ts'
import { flood, lighthouse, makeArticle, makeLibrary } from '../support/articles.ts'

const later = new Date('2024-06-02T12:00:00Z')
const harbour = makeArticle('The harbour master counted forty seals on the pier.', { slug: 'seals', headline: 'Seals' })

const slugsFor = (library: Library, question: string): string[] =>
  ask(library, question, { limit: 10, article: null, grouping: 'paragraph' }).passages.map(
    ({ article }) => article.slug,
  )

describe('updateLibrary', () => {
  const before = makeLibrary([flood, lighthouse])

  it('finds a new article, and leaves the old library as it was', () => {
    const after = updateLibrary(before, { put: [harbour], remove: [] }, later)
    expect(slugsFor(after, 'How many seals were on the pier?')[0]).toBe('seals')
    expect(slugsFor(before, 'How many seals were on the pier?')).not.toContain('seals')
    expect(after.readAt).toBe(later)
  })

  it('forgets a removed article', () => {
    const after = updateLibrary(before, { put: [], remove: ['lighthouse'] }, later)
    expect([...after.articles.keys()]).toEqual(['flood'])
    expect(slugsFor(after, 'Who bought the lighthouse on Gull Island?')).not.toContain('lighthouse')
  })

  it('answers from the new words of a changed article', () => {
    const article = makeArticle('The lighthouse was sold again, to a carpenter.', { slug: 'lighthouse' })
    const after = updateLibrary(before, { put: [article], remove: [] }, later)
    const [passage] = ask(after, 'Who bought the lighthouse?', {
      limit: 1,
      article: null,
      grouping: 'paragraph',
    }).passages
    expect(passage?.article).toBe(article)
  })
})

describe('combineLibraries', () => {
  const shared = makeLibrary([flood])
  const own = makeLibrary([lighthouse])

  it('answers from both, and changes neither', () => {
    const both = combineLibraries(shared, own)
    expect(slugsFor(both, 'Who bought the lighthouse on Gull Island?')).toContain('lighthouse')
    expect(slugsFor(both, 'How many houses were flooded in Marbach?')).toContain('flood')
    expect(slugsFor(shared, 'Who bought the lighthouse on Gull Island?')).not.toContain('lighthouse')
  })

  it("lets a server's article stand in for a shared one of the same slug", () => {
    const mine = makeArticle('The river froze over in January.', { slug: 'flood', headline: 'Ice' })
    const both = combineLibraries(shared, makeLibrary([mine]))
    expect(slugsFor(both, 'When did the river freeze over?')).toEqual(['flood'])
    expect(both.articles.get('flood')).toBe(mine)
    expect(both.index.sourceCount).toBe(1)
  })
})
