import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as saved from '../../../src/retrieval/index/saved-index.ts'
import { buildIndex, type SearchIndex, updateIndex } from '../../../src/retrieval/index/search-index.ts'
import { search } from '../../../src/retrieval/search.ts'
import { inOneGo } from '../../../src/work/steps.ts'
import { harbour, makeSource } from '../../support/sources.ts'

const encodeIndex = (index: SearchIndex, fingerprint: string) => inOneGo(saved.encodeIndex(index, fingerprint))
const decodeIndex = (bytes: Uint8Array, fingerprint: string) => inOneGo(saved.decodeIndex(bytes, fingerprint))

const other = makeSource('other', 'Der Sturm schloss den Hafen.\nConstructor and __proto__ are words.', 'Sturm', 'de')
const index = updateIndex(buildIndex([harbour, makeSource('gone', 'This will go.')]), {
  put: [other],
  remove: ['gone'],
})

describe('a saved index', () => {
  it('answers as the index it was made from', () => {
    const opened = decodeIndex(encodeIndex(index, 'files as of Tuesday'), 'files as of Tuesday')
    expect(opened?.sentenceCount).toBe(index.sentenceCount)
    for (const question of ['Who opened the harbour?', 'Sturm Hafen', 'constructor', '"closed on Tuesday"', 'embasy']) {
      const { hits, confidence, reading } = search(index, question, { limit: 9 })
      expect(opened && search(opened, question, { limit: 9 })).toMatchObject({ hits, confidence, reading })
    }
  })

  it('is opened from bytes that are not aligned in memory', () => {
    const bytes = encodeIndex(index, 'x')
    const shifted = new Uint8Array(bytes.length + 1)
    shifted.set(bytes, 1)
    expect(decodeIndex(shifted.subarray(1), 'x')?.sourceCount).toBe(2)
  })

  it('is refused when it was made from something else', () => {
    expect(decodeIndex(encodeIndex(index, 'files as of Tuesday'), 'files as of Wednesday')).toBeNull()
  })

  it('is refused when any byte of it is damaged, missing or added', () => {
    const bytes = encodeIndex(index, 'x')
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, difference) => {
        const damaged = bytes.slice()
        damaged[place] = (damaged[place] ?? 0) ^ difference
        expect(decodeIndex(damaged, 'x')).toBeNull()
        expect(decodeIndex(bytes.slice(0, place), 'x')).toBeNull()
      }),
    )
    expect(decodeIndex(Buffer.concat([bytes, Buffer.from('!')]), 'x')).toBeNull()
  })
})
