/** What stands around a paragraph of news, where paragraphs are a sentence or two: how its neighbours match the question. */

import { at } from '../index/numbers.ts'
import { type Segment, sentencesOf } from '../index/segment.ts'
import type { SegmentQuery } from '../query/marked-terms.ts'
import { STOP, TERM_SHIFT } from '../text/tokenise.ts'

/** By slot: 1 for the word itself, the weight of the nearest related term, or 0. */
export type Surroundings = {
  /** The best of the two sentences before the paragraph. */
  readonly before: Float64Array
  /** The sentence right before it. */
  readonly last: Float64Array
  /** The sentence right after it. */
  readonly next: Float64Array
}

/** The neighbours of a paragraph in its own source. */
export function surroundingsOf(query: SegmentQuery, paragraph: number, slots: number): Surroundings {
  const { segment } = query
  const [first, end] = sentencesOf(segment, at(segment.sourceOfParagraph, paragraph))
  const from = at(segment.paragraphStart, paragraph)
  const to = at(segment.paragraphStart, paragraph + 1)
  const last = new Float64Array(slots)
  const next = new Float64Array(slots)
  if (from > first) readMatches(query, from - 1, last)
  if (to < end) readMatches(query, to, next)
  const before = last.slice()
  if (from - 1 > first) readMatches(query, from - 2, before)
  return { before, last, next }
}

/** Lifts `into`, by slot, to what a sentence of the segment matches. */
export function readMatches(
  { segment, slotOfTerm, relatedSlot, relatedWeight }: SegmentQuery,
  document: number,
  into: Float64Array,
): void {
  for (let place = at(segment.tokensStart, document); place < at(segment.tokensStart, document + 1); place++) {
    const token = at(segment.tokens, place)
    if ((token & STOP) !== 0) continue
    const term = token >>> TERM_SHIFT
    const slot = (slotOfTerm[term] ?? 0) - 1
    if (slot >= 0) into[slot] = 1
    else {
      const near = (relatedSlot[term] ?? 0) - 1
      if (near >= 0) into[near] = Math.max(into[near] ?? 0, relatedWeight[term] ?? 0)
    }
  }
}

/** The paragraphs next to one, of the same source. */
export function neighbours({ sourceOfParagraph }: Segment, paragraph: number): readonly number[] {
  const source = at(sourceOfParagraph, paragraph)
  return [paragraph - 1, paragraph + 1].filter(
    other => other >= 0 && other < sourceOfParagraph.length && at(sourceOfParagraph, other) === source,
  )
}
