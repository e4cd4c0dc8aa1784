/** The paragraphs likest to some words, by TF-IDF alone: for those who compare the words themselves afterwards, as a check does. */

import { documentFrequency } from '../index/frequency.ts'
import { at } from '../index/numbers.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { inverseDocumentFrequency } from '../index/weighting.ts'
import { termsOf } from '../query/query.ts'
import type { QueryTerm } from '../query/query-term.ts'
import { paragraphsOf } from '../query/scope.ts'
import { scanWords } from '../text/words.ts'
import { findCandidates } from './candidates.ts'
import { TopCandidates } from './top-candidates.ts'

/** A paragraph, 0-based in its source. */
export type ShortlistedParagraph = { readonly sourceId: string; readonly paragraph: number; readonly score: number }

export type ShortlistOptions = {
  readonly limit: number
  /** Ids of the only sources to be searched. */
  readonly within?: ReadonlySet<string>
}

/** Sentences in a paragraph on average, to know which are long. */
const SENTENCES_A_PARAGRAPH = 4

/** The distinct terms of a text in every language of the index, stop words left out; nothing in it is read as an operator. */
export function termsIn(index: SearchIndex, text: string): readonly QueryTerm[] {
  const terms = new Set<string>()
  scanWords(text, 0, text.length, (start, end) => {
    for (const term of termsOf(text.slice(start, end), index.languages)) terms.add(term)
  })
  return [...terms].map(term => ({ term, weight: 1 }))
}

/**
 * The terms of the `count` words of a text that the fewest sentences have: where the whole text stands, they stand too. `absent` when
 * the index lacks one of its words, so that the text stands nowhere; null when all its words are stop words.
 */
export function rarestTerms(index: SearchIndex, text: string, count: number): readonly QueryTerm[] | 'absent' | null {
  const words = new Map<string, { readonly terms: readonly string[]; readonly frequency: number }>()
  scanWords(text, 0, text.length, (start, end) => {
    const word = text.slice(start, end)
    if (words.has(word)) return
    const terms = termsOf(word, index.languages)
    const frequency = terms.reduce((sum, term) => sum + documentFrequency(index, term), 0)
    if (terms.length > 0) words.set(word, { terms, frequency })
  })
  const rarest = [...words.values()].sort((a, b) => a.frequency - b.frequency)
  if (rarest[0] === undefined) return null
  if (rarest[0].frequency === 0) return 'absent'
  return rarest.slice(0, count).flatMap(({ terms }) => terms.map(term => ({ term, weight: 1 })))
}

/** The best paragraphs for these terms, best first; equal ones in the order of the documents. */
export function shortlist(
  index: SearchIndex,
  terms: readonly QueryTerm[],
  { limit, within }: ShortlistOptions,
): readonly ShortlistedParagraph[] {
  const weighted = terms.map(({ term, weight }) => {
    return { term, weight: weight * inverseDocumentFrequency(index.sentenceCount, documentFrequency(index, term)) }
  })
  const top = new TopCandidates(limit)
  const averageLength = (SENTENCES_A_PARAGRAPH * index.tokenCount) / Math.max(1, index.sentenceCount)
  for (const view of index.views) {
    const known = weighted.flatMap(({ term, weight }) => {
      const id = view.segment.termIds.get(term)
      return id === undefined ? [] : [{ id, weight }]
    })
    if (known.length > 0) findCandidates(view, known, paragraphsOf(view.segment, within), averageLength, top)
  }
  return top.list().map(({ view: { segment }, paragraph, score }) => {
    const source = at(segment.sourceOfParagraph, paragraph)
    const sourceId = segment.sourceIds[source] ?? ''
    return { sourceId, paragraph: paragraph - at(segment.sourceStart, source), score }
  })
}
