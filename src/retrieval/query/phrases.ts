/** Finds the sentences that hold a phrase to the letter, and those that hold an excluded word. */
import { at } from '../index/numbers.ts'
import type { Segment } from '../index/segment.ts'
import { phraseCode, phraseCodeOf, TERM_SHIFT } from '../text/tokenise.ts'
import type { PhraseWord, Query } from './query.ts'

/** By word of a phrase: the codes of the tokens that are this word, one a language; null when the segment lacks it. */
type PhraseCodes = readonly (readonly number[])[] | null

/** The sentences of a segment that hold every phrase of the query, ascending. */
export function sentencesWithPhrases(segment: Segment, { phrases }: Query): readonly number[] {
  const [first, ...others] = phrases.map(phrase => codesOf(segment, phrase))
  if (first === undefined || first === null || others.includes(null)) return []
  return places(segment, phrases[0] ?? []).filter(
    document =>
      holds(segment, document, first) && others.every(codes => codes !== null && holds(segment, document, codes)),
  )
}

/** Whether a sentence has one of the query's excluded terms. */
export function isExcluded(segment: Segment, document: number, excluded: ReadonlySet<number>): boolean {
  if (excluded.size === 0) return false
  for (let place = at(segment.tokensStart, document); place < at(segment.tokensStart, document + 1); place++) {
    if (excluded.has(at(segment.tokens, place) >>> TERM_SHIFT)) return true
  }
  return false
}

function codesOf(segment: Segment, phrase: readonly PhraseWord[]): PhraseCodes {
  const codes = phrase.map(({ terms, word }) => {
    const ids = terms.flatMap(term => segment.termIds.get(term) ?? [])
    return ids.map(id => phraseCode(id, word))
  })
  return codes.some(({ length }) => length === 0) ? null : codes
}

/** The sentences that may hold a phrase: those of its rarest content word; all when it is made of stop words. */
function places(segment: Segment, phrase: readonly PhraseWord[]): number[] {
  const frequency = (id: number) => at(segment.postingsStart, id + 1) - at(segment.postingsStart, id)
  const ids = phrase
    .filter(({ stop }) => !stop)
    .map(({ terms }) => terms.flatMap(term => segment.termIds.get(term) ?? []))
    .sort((a, b) => a.reduce((sum, id) => sum + frequency(id), 0) - b.reduce((sum, id) => sum + frequency(id), 0))[0]
  if (ids === undefined) return Array.from({ length: segment.paragraphOfSentence.length }, (_, document) => document)
  const postings = ids.flatMap(id => [
    ...segment.postings.subarray(segment.postingsStart[id], segment.postingsStart[id + 1]),
  ])
  return [...new Set(postings)].sort((a, b) => a - b)
}

function holds(segment: Segment, document: number, codes: readonly (readonly number[])[]): boolean {
  const end = at(segment.tokensStart, document + 1) - codes.length
  for (let start = at(segment.tokensStart, document); start <= end; start++) {
    let word = 0
    while (word < codes.length && isOneOf(codes[word], phraseCodeOf(at(segment.tokens, start + word)))) word++
    if (word === codes.length) return true
  }
  return false
}

function isOneOf(codes: readonly number[] | undefined, code: number): boolean {
  return codes !== undefined && (codes[0] === code || (codes.length > 1 && codes.includes(code)))
}
