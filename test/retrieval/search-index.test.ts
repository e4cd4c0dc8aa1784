import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { search } from '../../src/retrieval/search.ts'
import {
  buildIndex,
  combineIndexes,
  type SearchIndex,
  type Source,
  updateIndex,
} from '../../src/retrieval/search-index.ts'
import { harbour, makeSource } from './sources.ts'

const words = ['harbour', 'storm', 'mayor', 'nets', 'embassy', 'police', 'castle', 'river', 'Brandt', '1998']
const sentence = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }).map(list => list.join(' '))
const text = fc.array(sentence, { minLength: 1, maxLength: 6 }).map(lines => lines.join('\n'))
const question = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map(list => list.join(' '))
const change = fc.record({
  put: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), text),
  remove: fc.subarray(['a', 'b', 'c', 'd']),
})

const answers = (index: SearchIndex, asked: string) => {
  const { hits, confidence, verdict, reading } = search(index, asked, { limit: 50 })
  return { hits, confidence, verdict, reading }
}

describe('updateIndex', () => {
  it('answers as an index built anew does, and leaves the old one as it was', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), question, (changes, asked) => {
        const live = new Map<string, Source>([['harbour', harbour]])
        let index = buildIndex(live.values())
        const before = index
        const answered = answers(before, asked)
        for (const { put, remove } of changes) {
          const sources = Object.entries(put).map(([id, body]) => makeSource(id, body))
          index = updateIndex(index, { put: sources, remove })
          // As in the index, a source that is replaced comes last.
          for (const id of [...remove, ...Object.keys(put)]) live.delete(id)
          for (const source of sources) live.set(source.id, source)
        }
        expect(index.sourceCount).toBe(live.size)
        expect(answers(index, asked)).toEqual(answers(buildIndex(live.values()), asked))
        expect(answers(before, asked)).toEqual(answered)
      }),
      { numRuns: 60 },
    )
  })

  it('keeps few segments while sources come one by one', () => {
    let index = buildIndex([])
    for (let n = 0; n < 200; n++)
      index = updateIndex(index, { put: [makeSource(`s${n}`, `Storm number ${n} closed the harbour.`)], remove: [] })
    expect(index.sourceCount).toBe(200)
    expect(index.views.length).toBeLessThan(12)
  })
})

describe('combineIndexes', () => {
  const secret = makeSource('secret', 'The smuggler Quillfeather hid the lantern.')
  const shared = buildIndex([harbour])

  it('answers from all its indexes, with their statistics summed', () => {
    const combined = combineIndexes([shared, buildIndex([secret])])
    expect(combined.sentenceCount).toBe(7)
    expect(answers(combined, 'Who hid the lantern?')).toEqual(
      answers(buildIndex([harbour, secret]), 'Who hid the lantern?'),
    )
  })

  it('leaks no word of an index that is not part of it', () => {
    combineIndexes([shared, buildIndex([secret])])
    const { hits, reading } = search(shared, 'Quilfeather lantern', { limit: 5 })
    expect(hits).toEqual([])
    expect(reading.corrected).toEqual([])
  })
})
