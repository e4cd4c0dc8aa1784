import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/article/article.ts'
import type { FileReading } from '../../src/folder/article-file.ts'
import { examine, setAside } from '../../src/library/examine.ts'
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

describe('setAside', () => {
  const fileOf = (...articles: readonly Article[]): FileReading => ({
    path: `/corpus/${articles[0]?.slug}.md`,
    articles,
    faults: [],
  })
  const long = (times: number, slug: string): Article =>
    makeArticle('"We ran to the hill," said Ilse Brandt of the board. '.repeat(times), { slug })

  it('leaves files alone whose articles cost little, and starts no thread for short ones', async () => {
    const files = new Map([['flood.md', fileOf(flood)]])
    expect(await setAside(files, 0)).toBe(files)
    const longer = new Map([['long.md', fileOf(long(2_000, 'long'))]])
    expect(await setAside(longer)).toBe(longer)
  }, 60_000)

  it('puts a fault in the place of those that cost too much, and of no others', async () => {
    const files = new Map([
      ['flood.md', fileOf(flood)],
      ['vast.md', fileOf(long(100_000, 'vast'))],
    ])
    const message = 'expected an article whose quotations are found within 0.001 s and 512 MB, got one that takes more'
    expect(await setAside(files, 1)).toEqual(
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
