import { describe, expect, it } from 'vitest'
import { quote } from '../../../src/answer/quote/quote.ts'
import { quotationsOf } from '../../../src/library/quotations-of.ts'
import { makeArticle, makeLibrary } from '../../support/articles.ts'
import { growthOf, LINEAR } from '../../support/growth.ts'

describe('looking quotations up in hostile text', () => {
  it.each([
    ['thousands in one sentence', '"a grey mill" told ', 'a grey mill told'],
    ['thousands in one sentence, each with its speaker', '"we sold it," said Ann Smith, and ', 'we sold it'],
    ['one that goes on over all paragraphs', '“We sold the mill\n\n', 'we sold the mill'],
  ])('takes time about linear in the text: %s', async (_name, piece, words) => {
    const library = (size: number) => {
      const article = makeArticle(piece.repeat(Math.ceil(size / piece.length)), { slug: 'hostile' })
      // Finding them has a test of its own.
      quotationsOf(article)
      return makeLibrary([article])
    }
    const options = { words: words.repeat(8), speaker: null, article: null, limit: 25 }
    expect(await growthOf(library, 16_000, held => quote(held, options))).toBeLessThan(LINEAR)
  })
})
