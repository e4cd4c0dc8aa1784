import { describe, expect, it } from 'vitest'
import type { Article } from '../../../src/article/article.ts'
import type { FileReading } from '../../../src/folder/article-file.ts'
import { createExaminer } from '../../../src/library/host/examine.ts'
import { quotationsOf } from '../../../src/library/quotations-of.ts'
import { findQuotations } from '../../../src/quotations/find-quotations.ts'
import { flood, makeArticle } from '../../support/articles.ts'

describe('an examiner', () => {
  it('keeps the quotations of long articles, and starts no thread for short ones', async () => {
    const long = makeArticle(`${flood.body}\n\n"I did not," he replied. `.repeat(60))
    await createExaminer().examine([flood, long])
    expect(Object.getOwnPropertySymbols(long)).toHaveLength(1)
    expect(quotationsOf(long)).toEqual(findQuotations(long))
    await expect(createExaminer(0).examine([flood])).resolves.toBeUndefined()
  }, 60_000)

  it('refuses what takes longer than the limit, with the reason', async () => {
    const vast = makeArticle('"We ran to the hill," said Ilse Brandt of the board. '.repeat(20_000))
    await expect(createExaminer(1).examine([vast])).rejects.toThrow(
      'expected an article whose quotations are found within 0.001 s and 192 MB, got one that takes more',
    )
  }, 60_000)
})

describe('an examiner of stored files', () => {
  const fileOf = (...articles: readonly Article[]): FileReading => ({
    path: `/corpus/${articles[0]?.slug}.md`,
    articles,
    faults: [],
  })
  const long = (times: number, slug: string): Article =>
    makeArticle('"We ran to the hill," said Ilse Brandt of the board. '.repeat(times), { slug })

  it('leaves files alone whose articles cost little, and starts no thread for short ones', async () => {
    const files = new Map([['flood.md', fileOf(flood)]])
    expect(await createExaminer(0).setAside(files)).toBe(files)
    const longer = new Map([['long.md', fileOf(long(2_000, 'long'))]])
    expect(await createExaminer().setAside(longer)).toBe(longer)
  }, 60_000)

  it('puts a fault in the place of those that cost too much, and of no others', async () => {
    const files = new Map([
      ['flood.md', fileOf(flood)],
      ['vast.md', fileOf(long(20_000, 'vast'))],
    ])
    const message = 'expected an article whose quotations are found within 0.001 s and 192 MB, got one that takes more'
    expect(await createExaminer(1).setAside(files)).toEqual(
      new Map([
        ['flood.md', fileOf(flood)],
        [
          'vast.md',
          { path: '/corpus/vast.md', articles: [], faults: [{ path: '/corpus/vast.md', line: null, message }] },
        ],
      ]),
    )
  }, 60_000)
})
