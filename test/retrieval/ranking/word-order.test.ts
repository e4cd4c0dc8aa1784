import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../../src/retrieval/index/search-index.ts'
import { commonSequence, longestRun, SHORT_SEQUENCE } from '../../../src/retrieval/ranking/word-order.ts'

const letters = 'abcdef'
/** A segment whose one sentence has these letters as words, and the question that has those. */
function setUp(sentence: readonly string[], question: readonly string[]) {
  const text = sentence.map(letter => `${letter}xq`).join(' ')
  const source = { id: 'one', language: 'en', context: '', text, paragraphs: [[{ start: 0, end: text.length }]] }
  const segment = buildIndex([source]).views[0]?.segment ?? raise()
  const sequence = Int32Array.from(question, letter => segment.termIds.get(`${letter}xq`) ?? -1)
  const placesOfTerm = new Int32Array(segment.terms.length)
  sequence.forEach((id, place) => {
    if (id >= 0 && place < SHORT_SEQUENCE) placesOfTerm[id] = (placesOfTerm[id] ?? 0) | (1 << place)
  })
  return { segment, sequence, placesOfTerm }
}

function raise(): never {
  throw new Error('expected a segment, got none')
}

function plainRun(sentence: readonly string[], question: readonly string[]): number {
  let longest = 0
  for (let from = 0; from < sentence.length; from++) {
    for (let at = 0; at < question.length; at++) {
      let run = 0
      while (run < sentence.length - from && sentence[from + run] === question[at + run]) run++
      longest = Math.max(longest, run)
    }
  }
  return longest
}

function plainCommon(sentence: readonly string[], question: readonly string[]): number {
  const [first, ...rest] = sentence
  if (first === undefined) return 0
  const at = question.indexOf(first)
  const without = plainCommon(rest, question)
  return at < 0 ? without : Math.max(without, 1 + plainCommon(rest, question.slice(at + 1)))
}

const words = (maxLength: number) => fc.array(fc.constantFrom(...letters), { maxLength })

describe('word order', () => {
  it('gives what comparing word by word gives, for short questions and long ones', () => {
    fc.assert(
      fc.property(words(9), fc.oneof(words(8), words(40)), (sentence, question) => {
        const query = setUp(sentence, question)
        const end = query.segment.tokens.length
        expect(longestRun(query, 0, end)).toBe(plainRun(sentence, question))
        expect(commonSequence(query, 0, end)).toBe(plainCommon(sentence, question))
      }),
      { numRuns: 300 },
    )
  })

  it('takes questions of just so many terms as there are bits', () => {
    const sentence = Array.from({ length: 60 }, (_, at) => letters[(at * at) % 6] ?? 'a')
    for (const length of [SHORT_SEQUENCE - 1, SHORT_SEQUENCE, SHORT_SEQUENCE + 1]) {
      const query = setUp(sentence, sentence.slice(0, length))
      expect(longestRun(query, 0, sentence.length)).toBe(length)
      expect(commonSequence(query, 0, sentence.length)).toBe(length)
    }
  })
})
