import { describe, expect, it } from 'vitest'
import { carryOver } from '../../src/library/carry-over.ts'
import { createLibrary, type Library, type LibraryChange, updateLibrary } from '../../src/library/library.ts'
import { articlesByDate, suggestArticles } from '../../src/library/lookup/find-article.ts'
import { findArticleById } from '../../src/library/lookup/find-by-id.ts'
import { articleId } from '../../src/library/lookup/passage-id.ts'
import { saidBy, suggestSpeakers } from '../../src/library/speakers.ts'
import { flood, lighthouse, makeArticle, makeLibrary } from '../support/articles.ts'

const ice = makeArticle(
  '"The ice is thin," said Ana Sousa, a painter.\n\n"Stay off it," said the mayor, Ilse Brandt.',
  {
    slug: 'ice',
    headline: 'Ice on the Lenn',
    published: '2024-01-07',
  },
)
const mended = makeArticle('"We have begun," said the mayor, Ilse Brandt.', {
  ...flood,
  headline: 'Marbach mends its bridge',
})
const undated = makeArticle('Nobody was there.', { slug: 'undated', headline: 'An empty square' })

const changes: [string, LibraryChange][] = [
  ['an article that is new', { put: [ice], remove: [] }],
  ['one that changed', { put: [{ ...mended, paragraphs: makeArticle(mended.body).paragraphs }], remove: [] }],
  ['one that went', { put: [], remove: ['flood'] }],
  ['one without a date', { put: [undated], remove: ['lighthouse'] }],
  ['all at once', { put: [undated, ice], remove: ['lighthouse', 'never', 'constructor'] }],
]

/** Everything that is kept beside a library. */
function ask(library: Library): unknown {
  return {
    byDate: articlesByDate(library).map(({ slug }) => slug),
    suggested: suggestArticles(library, 'ice', 5).map(({ headline }) => headline),
    byId: [flood, lighthouse, ice, undated].map(article => findArticleById(library, articleId(article))?.headline),
    speakers: suggestSpeakers(library, '', 100),
    said: saidBy(library, 'Ilse Brandt').map(({ article, quotation }) => [article.headline, quotation.paragraph]),
  }
}

describe('carryOver', () => {
  it.each(changes)('gives after %s what would be made anew', (_name, change) => {
    const before = makeLibrary([flood, lighthouse])
    ask(before)
    const after = updateLibrary(before, change, new Date())
    carryOver(before, after, change)
    expect(ask(after)).toEqual(ask(createLibrary(after.articles.values(), new Date())))
    expect(ask(before)).toEqual(ask(makeLibrary([flood, lighthouse])))
  })

  it('carries over change after change', () => {
    let library = makeLibrary([flood, lighthouse])
    ask(library)
    for (const [, change] of changes) {
      const after = updateLibrary(library, change, new Date())
      carryOver(library, after, change)
      library = after
    }
    expect(ask(library)).toEqual(ask(createLibrary(library.articles.values(), new Date())))
  })

  it('carries over more changes than are kept in layers', () => {
    const many = (round: number) =>
      Array.from({ length: 900 }, (_, n) =>
        makeArticle('Nobody was there.', { slug: `square-${n}`, headline: `Square ${(n * 7) % 900} ${round}` }),
      )
    let library = makeLibrary([flood, lighthouse])
    ask(library)
    for (let round = 0; round < 4; round++) {
      const change = { put: many(round), remove: round === 2 ? ['square-3', 'flood'] : [] }
      const after = updateLibrary(library, change, new Date())
      carryOver(library, after, change)
      library = after
      expect(ask(library)).toEqual(ask(createLibrary(library.articles.values(), new Date())))
    }
    expect(articlesByDate(library)).toHaveLength(901)
  })

  it('makes nothing that nobody asked for', () => {
    const before = makeLibrary([flood])
    const after = updateLibrary(before, { put: [ice], remove: [] }, new Date())
    carryOver(before, after, { put: [ice], remove: [] })
    expect(articlesByDate(after)).toEqual([flood, ice])
  })
})
