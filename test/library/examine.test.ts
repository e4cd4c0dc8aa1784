import { describe, expect, it } from 'vitest'
import { examine } from '../../src/library/examine.ts'
import { flood, makeArticle } from '../support/articles.ts'

describe('examine', () => {
  it('has nothing against what people write', async () => {
    await expect(examine([flood, makeArticle('"Run," said Ilse Brandt.')])).resolves.toBeUndefined()
  }, 60_000)

  it('refuses what takes longer than the limit, with the reason', async () => {
    const vast = makeArticle('"We ran to the hill," said Ilse Brandt of the board. '.repeat(100_000))
    await expect(examine([vast], 1)).rejects.toThrow(
      'expected an article whose quotations are found within 0.001 s and 512 MB, got one that takes more',
    )
  }, 60_000)
})
