/** Passages that answer equally well come in an order that does not depend on how the library came about. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ask } from '../../src/answer/ask/ask.ts'
import { createLibrary, type Library, updateLibrary } from '../../src/library/library.ts'
import { makeArticle } from '../support/articles.ts'

const names = ['ash', 'birch', 'cedar', 'elm', 'fir', 'oak', 'pine', 'rowan', 'willow', 'yew', 'alder', 'beech']
/** One sentence about each tree, in which nothing that was asked for differs; more of them than are ranked. */
const articles = names.flatMap(name =>
  ['a', 'b', 'c', 'd'].map(part =>
    makeArticle(`The ${name} gate of Lenn was closed on Monday, the mayor said.`, {
      slug: `${name}-${part}`,
      headline: 'Gates',
    }),
  ),
)

function slugsOf(library: Library): string[] {
  const { passages } = ask(library, 'Which gate of Lenn was closed on Monday?', {
    limit: 12,
    article: null,
    grouping: 'paragraph',
  })
  return passages.map(({ article }) => article.slug)
}

describe('tied passages', () => {
  it('come in the same order, in whatever order and pieces their articles were added, changed and removed', () => {
    const expected = slugsOf(createLibrary(articles, new Date(0)))
    expect(expected.length).toBeGreaterThan(1)
    const order = fc.shuffledSubarray([...articles], { minLength: articles.length })
    fc.assert(
      fc.property(order, fc.integer({ min: 1, max: 20 }), fc.boolean(), (shuffled, size, isChanged) => {
        let library = createLibrary(isChanged ? articles.slice(0, 9) : [], new Date(0))
        if (isChanged) {
          const remove = articles.slice(0, 5).map(({ slug }) => slug)
          library = updateLibrary(library, { put: [makeArticle('It rained.', { slug: 'ash-d' })], remove }, new Date(0))
        }
        for (let from = 0; from < shuffled.length; from += size) {
          library = updateLibrary(library, { put: shuffled.slice(from, from + size), remove: [] }, new Date(0))
        }
        expect(slugsOf(library)).toEqual(expected)
      }),
      { numRuns: 40 },
    )
  })
})
