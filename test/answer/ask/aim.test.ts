import { describe, expect, it } from 'vitest'
import { ask } from '../../../src/answer/ask/ask.ts'
import { makeArticle, makeLibrary } from '../../support/articles.ts'

const made = (outlet: string, published: string) =>
  makeArticle(`The bridge of Marbach was closed for ${published.slice(2, 4)} days after a flood, the mayor said.`, {
    slug: published,
    headline: `Bridge of Marbach, ${published}`,
    outlet,
    published,
  })

describe('a question', () => {
  const library = makeLibrary([
    made('The Valley Post', '2022-05-01'),
    made('Harbour News', '2024-05-01'),
    made('The Daily Post', '2023-05-01'),
  ])
  const dates = (question: string) =>
    ask(library, question, { limit: 5, article: null, grouping: 'sentence' }).passages.map(
      ({ article }) => article.published,
    )

  it.each([
    ['What does the Valley Post say about the bridge of Marbach?', '2022-05-01'],
    ['what did valley post report on the bridge', '2022-05-01'],
    ['According to Harbour News, which bridge was closed?', '2024-05-01'],
  ])('that names an outlet is asked of that one alone: %s', (question, published) => {
    expect(new Set(dates(question))).toEqual(new Set([published]))
  })

  it.each(['What does the Post say about the bridge?', 'What does the mayor say about the bridge?'])(
    'that names none, or several, is asked of all: %s',
    question => {
      const { articlesSearched } = ask(library, question, { limit: 5, article: null, grouping: 'sentence' })
      expect(articlesSearched).toBe(3)
    },
  )

  it('for the latest is answered by the newest article first', () => {
    expect(dates('latest on the bridge of Marbach')[0]).toBe('2024-05-01')
  })
})
