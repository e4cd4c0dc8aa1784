import { describe, expect, it } from 'vitest'
import { BackgroundMerges } from '../../../src/library/host/background-merges.ts'
import { createLibrary, type Library, updateLibrary } from '../../../src/library/library.ts'
import { makeArticle } from '../../support/articles.ts'

const storms = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, n) =>
    makeArticle('A storm closed the harbour. '.repeat(400).trim(), { slug: `${prefix}${n}` }),
  )

describe('merging in the background', () => {
  it('takes the place of several segments, and keeps what changed meanwhile', async () => {
    let library: Library = updateLibrary(
      createLibrary(storms('a', 4), new Date()),
      { put: storms('b', 4), remove: [] },
      new Date(),
    )
    const merged = new Promise<void>((resolve, reject) => {
      const merges = new BackgroundMerges({
        index: () => library.index,
        install: index => {
          library = { ...library, index }
          resolve()
        },
        onError: reject,
      })
      merges.start()
      expect(merges.busy.size).toBe(2)
      library = updateLibrary(library, { put: storms('c', 1), remove: ['a1'] }, new Date(), merges.busy)
    })
    await merged
    const [first, second] = library.index.views
    expect(first?.segment.sourceIds).toEqual(['a0', 'a1', 'a2', 'a3', 'b0', 'b1', 'b2', 'b3'])
    expect(first?.dead?.[1]).toBe(1)
    expect(second?.segment.sourceIds).toEqual(['c0'])
    expect(library.index.sourceCount).toBe(8)
  })

  it('leaves off when it is stopped', () => {
    const { index } = updateLibrary(
      createLibrary(storms('a', 4), new Date()),
      { put: storms('b', 4), remove: [] },
      new Date(),
    )
    const merges = new BackgroundMerges({
      index: () => index,
      install: () => expect.unreachable(),
      onError: () => expect.unreachable(),
    })
    merges.start()
    merges.stop()
    merges.start()
    expect(merges.busy.size).toBe(2)
  })
})
