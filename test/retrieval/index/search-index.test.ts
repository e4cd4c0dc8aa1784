import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  buildIndex,
  combineIndexes,
  installMerge,
  planMerge,
  type SearchIndex,
  type Source,
  updateIndex,
} from '../../../src/retrieval/index/search-index.ts'
import type { Segment } from '../../../src/retrieval/index/segment.ts'
import { search } from '../../../src/retrieval/search.ts'
import { inOneGo } from '../../../src/work/steps.ts'
import { harbour, makeSource } from '../../support/sources.ts'

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

describe('merging in the background', () => {
  /** Merges all that is to be merged, while `change` is made to the index between the making of each segment and its coming in. */
  const settle = (start: SearchIndex, meanwhile: (index: SearchIndex, busy: ReadonlySet<Segment>) => SearchIndex) => {
    let index = start
    for (let plan = planMerge(index); plan !== null; plan = planMerge(index)) {
      const merged = inOneGo(plan.steps)
      index = installMerge(meanwhile(index, new Set(plan.segments)), plan, merged)
    }
    return index
  }
  const many = (prefix: string, count: number): Source[] =>
    Array.from({ length: count }, (_, n) => makeSource(`${prefix}${n}`, 'A storm closed the harbour.\n'.repeat(400)))

  it('leaves few segments, with the same answers', () => {
    let index = buildIndex([harbour])
    const live: Source[] = [harbour]
    for (let round = 0; round < 12; round++) {
      const put = many(`r${round}-`, 3 + (round % 5))
      live.push(...put)
      index = updateIndex(index, { put, remove: [] })
    }
    const settled = settle(index, same => same)
    expect(settled.views.length).toBeLessThan(index.views.length)
    expect(answers(settled, 'Who closed the harbour?')).toEqual(answers(buildIndex(live), 'Who closed the harbour?'))
  })

  it('lays a segment anew of which most is gone', () => {
    const hollow = updateIndex(buildIndex([...many('s', 9), harbour]), {
      put: [],
      remove: many('s', 9).map(({ id }) => id),
    })
    const settled = settle(hollow, same => same)
    expect(settled.views.map(({ dead }) => dead)).toEqual([null])
    expect(settled.views[0]?.segment.sourceIds).toEqual([harbour.id])
  })

  it('loses nothing of what changes meanwhile, and brings nothing back', () => {
    const index = updateIndex(buildIndex(many('a', 5)), { put: many('b', 4), remove: ['a0'] })
    const news = makeSource('a1', 'Embassy police came.')
    let isChanged = false
    const settled = settle(index, (now, busy) => {
      if (isChanged) return now
      isChanged = true
      return updateIndex(now, { put: [news, makeSource('a0', 'The river rose.')], remove: ['b1'] }, busy)
    })
    expect(isChanged).toBe(true)
    const ids = settled.views.flatMap(({ segment, dead }) => segment.sourceIds.filter((_, at) => dead?.[at] !== 1))
    expect([...ids].sort()).toEqual(['a0', 'a1', 'a2', 'a3', 'a4', 'b0', 'b2', 'b3'])
    expect(settled.sourceCount).toBe(8)
  })

  it('keeps an index as it is that has the segments no more', () => {
    const index = updateIndex(buildIndex(many('a', 3)), { put: many('b', 3), remove: [] })
    const plan = planMerge(index)
    if (plan === null) throw new Error('nothing to merge')
    const other = buildIndex([harbour])
    expect(installMerge(other, plan, inOneGo(plan.steps))).toBe(other)
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
