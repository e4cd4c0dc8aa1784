/** A query as one segment sees it: which of its terms stand for which word, and what the sources of the segment have of them. */

import { at } from '../index/numbers.ts'
import { frequencyBetween, type Segment, sentencesOf } from '../index/segment.ts'
import type { Marks } from '../index/segment-tables.ts'
import { type CueReader, clearCues, cueReader } from '../ranking/answer-cues.ts'
import type { ParagraphEvidence } from '../ranking/features.ts'
import { SHORT_SEQUENCE } from '../ranking/word-order.ts'
import { TERM_SHIFT } from '../text/tokenise.ts'
import type { SegmentQuery } from './marked-terms.ts'
import type { Query } from './query.ts'
import { derivedTerms } from './related.ts'

type SourceEvidence = Pick<ParagraphEvidence, 'context' | 'source' | 'local'>

export type SegmentContext = {
  readonly cueReader: CueReader
  readonly segmentQuery: SegmentQuery
  readonly query: Query
  /** By slot: the terms of the segment that the word stands as. */
  readonly termsOfSlot: readonly (readonly number[])[]
  readonly sources: Map<number, SourceEvidence>
  /** The terms that are marked in the tables of `segmentQuery`. */
  readonly marked: readonly number[]
}

/** Marks a term as related to a slot, unless it is more closely related to one already. */
function relate(
  { relatedSlot, relatedWeight }: Marks,
  marked: number[],
  id: number | undefined,
  slot: number,
  weight: number,
): void {
  if (id === undefined || weight <= (relatedWeight[id] ?? 0)) return
  relatedSlot[id] = slot + 1
  relatedWeight[id] = weight
  marked.push(id)
}

/** A query as a segment sees it. */
export type ContextOf = (segment: Segment) => SegmentContext

/** Calls `work` with the query as each segment sees it; a segment's tables are marked once, and all marks are taken back in the end. */
export function withMarks<Result>(query: Query, work: (contextOf: ContextOf) => Result): Result {
  const contexts = new Map<Segment, SegmentContext>()
  const contextOf = (segment: Segment): SegmentContext => {
    const context = contexts.get(segment) ?? markSegment(segment, query)
    contexts.set(segment, context)
    return context
  }
  try {
    return work(contextOf)
  } finally {
    for (const context of contexts.values()) clearContext(context)
  }
}

function markSegment(segment: Segment, query: Query): SegmentContext {
  const marked: number[] = []
  try {
    const termsOfSlot = query.words.map(({ terms }) => terms.flatMap(({ term }) => segment.termIds.get(term) ?? []))
    const sequence = markTerms(segment, query, termsOfSlot, marked)
    return {
      cueReader: cueReader(segment, query.type.form),
      segmentQuery: { segment, ...segment.marks, sequence },
      query,
      termsOfSlot,
      sources: new Map(),
      marked,
    }
  } catch (error) {
    clearMarks(segment.marks, marked)
    throw error
  }
}

/** Marks the query's words and returns its sequence as terms of the segment. What is marked joins `marked`. */
function markTerms(
  segment: Segment,
  query: Query,
  termsOfSlot: readonly (readonly number[])[],
  marked: number[],
): Int32Array {
  const { termIds, marks } = segment
  const { slotOfTerm, placesOfTerm } = marks
  query.words.forEach(({ terms, added, related: near }, slot) => {
    const ids = termsOfSlot[slot] ?? []
    for (const id of ids) {
      slotOfTerm[id] = slot + 1
      marked.push(id)
    }
    for (const { term } of terms) {
      for (const [derived, weight] of derivedTerms(segment, term)) relate(marks, marked, derived, slot, weight)
    }
    for (const { term, weight } of added) relate(marks, marked, termIds.get(term), slot, weight)
    for (const { term, weight } of near) relate(marks, marked, termIds.get(term), slot, weight)
  })
  const sequence = Int32Array.from(query.sequence, term => termIds.get(term) ?? -1)
  for (let place = 0; place < Math.min(sequence.length, SHORT_SEQUENCE); place++) {
    const id = sequence[place] ?? -1
    if (id < 0) continue
    placesOfTerm[id] = (placesOfTerm[id] ?? 0) | (1 << place)
    marked.push(id)
  }
  return sequence
}

function clearContext({ segmentQuery, cueReader, marked }: SegmentContext): void {
  clearMarks(segmentQuery.segment.marks, marked)
  clearCues(cueReader)
}

function clearMarks({ slotOfTerm, relatedSlot, relatedWeight, placesOfTerm }: Marks, marked: readonly number[]): void {
  for (const id of marked) {
    slotOfTerm[id] = 0
    relatedSlot[id] = 0
    relatedWeight[id] = 0
    placesOfTerm[id] = 0
  }
}

// So many sentences without the word are counted with those of a source, so that a short one says little.
const LOCAL_BACKGROUND = 20

/**
 * By word of the query, whether a source has it in its context, and anywhere; and what it weighs by how seldom the source's sentences
 * have it: the topic of an article little.
 */
export function sourceEvidence(
  { segmentQuery, query, termsOfSlot, sources }: SegmentContext,
  source: number,
): SourceEvidence {
  const known = sources.get(source)
  if (known !== undefined) return known
  const { segment, slotOfTerm } = segmentQuery
  const context = new Float64Array(query.words.length)
  for (let index = at(segment.contextStart, source); index < at(segment.contextStart, source + 1); index++) {
    const slot = (slotOfTerm[at(segment.contextTokens, index) >>> TERM_SHIFT] ?? 0) - 1
    if (slot >= 0) context[slot] = 1
  }
  const [first, end] = sentencesOf(segment, source)
  const own = context.slice()
  const local = Float64Array.from(query.words, ({ expectation }, slot) => {
    let count = 0
    for (const term of termsOfSlot[slot] ?? []) count += frequencyBetween(segment, term, first, end)
    if (count > 0) own[slot] = 1
    return expectation * Math.log(1 + (end - first + LOCAL_BACKGROUND) / (0.5 + count))
  })
  const evidence = { context, source: own, local }
  sources.set(source, evidence)
  return evidence
}
