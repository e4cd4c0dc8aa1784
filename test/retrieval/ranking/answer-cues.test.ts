import { afterEach, describe, expect, it } from 'vitest'
import { buildIndex } from '../../../src/retrieval/index/search-index.ts'
import { loadLexicon, useLexicon } from '../../../src/retrieval/query/lexicon.ts'
import { clearCues, cueReader, readCues } from '../../../src/retrieval/ranking/answer-cues.ts'
import { Evidence } from '../../../src/retrieval/ranking/evidence.ts'
import { F } from '../../../src/retrieval/ranking/feature-names.ts'
import { makeSource } from '../../support/sources.ts'

const [view] = buildIndex([makeSource('one', 'The ship is late because Ilse waited 40 days in 1998.')]).views
if (view === undefined) throw new RangeError('expected an index to have a segment')
const { segment } = view

/** Reads the sentence for a question of the form `why`, whose words are those given. */
function read(words: readonly string[]): Evidence {
  const slots = new Uint8Array(segment.terms.length)
  for (const word of words) slots[segment.termIds.get(word) ?? -1] = 1
  const evidence = new Evidence(1, 1)
  const reader = cueReader(segment, 'why')
  readCues(reader, slots, evidence, 0, 0)
  clearCues(reader)
  return evidence
}

describe('readCues', () => {
  afterEach(() => useLexicon(null))

  it('adds up what words and classes of words speak for, those of the question aside', () => {
    const weights = new Map([
      ['because', 2],
      ['late', 5],
      ['#number', 0.25],
      ['#year', 0.5],
      ['#name', 1],
    ])
    useLexicon({ ...loadLexicon(), cues: new Map([['why', weights]]) })
    const evidence = read(['late'])
    expect(evidence.get(0, F.cues)).toBe(2 + 0.25 + 0.5 + 0.5)
    expect(evidence.get(0, F.cueMost)).toBe(2)
    useLexicon({ ...loadLexicon(), cues: new Map() })
    expect(read(['late']).get(0, F.cues)).toBe(0)
  })

  it('tells where the sentence takes the question up, and whether it says what that is', () => {
    expect(read(['ship']).get(0, F.copula)).toBe(2)
    expect(read(['ship']).get(0, F.firstPosition)).toBeCloseTo(1 / 11)
    expect(read(['ils']).get(0, F.copula)).toBe(0)
    expect(read([]).get(0, F.firstPosition)).toBe(1)
  })

  it('takes the marks back', () => {
    const reader = cueReader(segment, 'who')
    clearCues(reader)
    expect(reader.weightOfTerm.every(weight => weight === 0)).toBe(true)
  })
})
