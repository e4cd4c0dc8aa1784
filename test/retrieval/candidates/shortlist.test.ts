import { describe, expect, it } from 'vitest'
import { slice } from '../../../src/article/article.ts'
import { toSource } from '../../../src/library/library.ts'
import { rarestTerms, shortlist, termsIn } from '../../../src/retrieval/candidates/shortlist.ts'
import { buildIndex } from '../../../src/retrieval/index/search-index.ts'
import { flood, gates, hostileInputs, lighthouse } from '../../support/articles.ts'

const articles = [flood, lighthouse, ...gates]
const index = buildIndex(articles.map(toSource))
const places = articles.flatMap(article =>
  article.paragraphs.map(
    (paragraph, number) => [`${article.slug}, paragraph ${number + 1}`, article, paragraph, number] as const,
  ),
)

describe('shortlist', () => {
  it.each(places)('puts %s first for its own words', (_what, article, paragraph, number) => {
    const [first] = shortlist(index, termsIn(index, slice(article, paragraph)), { limit: 3 })
    expect(first).toMatchObject({ sourceId: article.slug, paragraph: number })
  })

  it('gives equal paragraphs in the order of the articles, and no more than wanted', () => {
    const found = shortlist(index, termsIn(index, 'The gate of Lenn was closed'), { limit: 2 })
    expect(found.map(({ sourceId }) => sourceId)).toEqual(['north-gate', 'south-gate'])
  })

  it('looks through the wanted articles alone', () => {
    const found = shortlist(index, termsIn(index, 'the old bridge'), {
      limit: 10,
      within: new Set(['lighthouse', 'none']),
    })
    expect(found).toEqual([])
  })

  it.each(hostileInputs)('takes %s as words, none of it as an operator', (_what, text) => {
    expect(shortlist(index, termsIn(index, text), { limit: 5 }).length).toBeLessThanOrEqual(5)
  })
})

describe('rarestTerms', () => {
  it('gives the words that the fewest sentences have', () => {
    const rarest = rarestTerms(index, 'the bridge of Marbach in 1954', 1)
    expect(rarest).toEqual([{ term: '1954', weight: 1 }])
  })

  it('says that a text with an unknown word stands nowhere', () => {
    expect(rarestTerms(index, 'the old zeppelin', 3)).toBe('absent')
  })

  it('has nothing to say of stop words', () => {
    expect(rarestTerms(index, 'it was this and that', 3)).toBeNull()
  })
})
