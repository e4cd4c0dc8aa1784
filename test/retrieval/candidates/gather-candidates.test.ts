import { describe, expect, it } from 'vitest'
import { gatherCandidates } from '../../../src/retrieval/candidates/gather-candidates.ts'
import { buildIndex } from '../../../src/retrieval/index/search-index.ts'
import { parseQuery, type QueryWord } from '../../../src/retrieval/query/query.ts'
import { withMarks } from '../../../src/retrieval/query/segment-query.ts'
import { makeSource } from '../../support/sources.ts'

describe('gatherCandidates', () => {
  it('leaves no marks in a segment when it fails half-way', () => {
    const index = buildIndex([makeSource('one', 'The storm sank nine boats in the harbour because the wall broke.')])
    const query = parseQuery('Why did the storm sink boats in the harbour?', ['en'])
    const [first, ...others] = query.words
    if (first === undefined) throw new RangeError('expected a query of several words')
    const failing = others.map((word): QueryWord => {
      return {
        ...word,
        get related(): never {
          throw new Error('no relatives')
        },
      }
    })
    const broken = { ...query, words: [first, ...failing] }
    const gather = () => withMarks(broken, contextOf => gatherCandidates(index, broken, contextOf, undefined, 1))
    expect(gather).toThrow('no relatives')
    const marks = index.views.flatMap(({ segment }) => Object.values(segment.marks))
    expect(marks).toHaveLength(6)
    for (const table of marks) expect(table.every(value => value === 0)).toBe(true)
  })
})
