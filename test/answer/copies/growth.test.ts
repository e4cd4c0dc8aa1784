import { describe, expect, it } from 'vitest'
import { withAllCopies } from '../../../src/answer/copies/find-copies.ts'
import { passageOver } from '../../../src/answer/passage.ts'
import { flood, makeArticle, makeLibrary } from '../../support/articles.ts'
import { LINEAR, startProcessorTime } from '../../support/growth.ts'

describe('looking for copies', () => {
  it('takes time about linear in a sentence, whatever its length', () => {
    const costOf = (size: number): number => {
      const article = makeArticle('Smith and "a" said '.repeat(size / 19), { slug: 'hostile' })
      const whole = { start: 0, end: article.body.length }
      const passage = passageOver(article, { paragraph: 0, sentence: 0 }, whole, 0, () => [])
      const library = makeLibrary([article, flood])
      const elapsedMs = startProcessorTime()
      withAllCopies(library, [passage])
      return elapsedMs()
    }
    // What is quadratic here costs little for short texts, so that the large one must be as large as an upload.
    expect(costOf(256_000)).toBeLessThan(LINEAR * Math.max(3, costOf(32_000)))
  })
})
