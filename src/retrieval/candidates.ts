/** The best paragraphs for a query's terms: document-at-a-time over postings, skipping what cannot win (MaxScore). */
import { at } from './numbers.ts'
import type { SegmentView } from './search-index.ts'
import { saturate } from './weighting.ts'

/** A term to look for in one view, and what it weighs: its word's idf. */
export type WeightedTerm = { readonly id: number; readonly weight: number }

/** A paragraph by its number in `view`'s segment. */
export type Candidate = { readonly view: SegmentView; readonly paragraph: number; readonly score: number }

/** Paragraphs are longer than sentences, and length counts less against them: fitted with the ranking, see test/bench/fit. */
const K1 = 0.9
const B = 0.3

/**
 * The best `limit` candidates, best first; equal scores in the order of the documents. With `share`, those that score less than
 * this share of the best are left out, as long as `least` remain.
 */
export class TopCandidates {
  readonly #limit: number
  readonly #share: number
  readonly #least: number
  readonly #best: Candidate[] = []
  /** What a score must exceed to get in, as long as it is above 0. */
  threshold = 0

  constructor(limit: number, share = 0, least = limit) {
    this.#limit = limit
    this.#share = share
    this.#least = least
  }

  /** To be called in the order of the documents, so that an equal score never displaces an earlier one. */
  add(candidate: Candidate): void {
    if (candidate.score <= this.threshold) return
    let place = this.#best.length
    while (place > 0 && (this.#best[place - 1]?.score ?? 0) < candidate.score) place--
    this.#best.splice(place, 0, candidate)
    if (this.#best.length > this.#limit) this.#best.pop()
    const last = this.#best.length === this.#limit ? (this.#best[this.#limit - 1]?.score ?? 0) : 0
    // Whoever scores below both marks is left out in the end, since both only rise.
    const low = Math.min(this.#lowest(), this.#best[this.#least - 1]?.score ?? 0)
    this.threshold = Math.max(last, low * (1 - 1e-9))
  }

  list(): readonly Candidate[] {
    const lowest = this.#lowest()
    return this.#best.filter(({ score }, rank) => rank < this.#least || score >= lowest)
  }

  #lowest(): number {
    return (this.#best[0]?.score ?? 0) * this.#share
  }
}

/** One term's postings while they are walked. */
type Cursor = {
  readonly order: number
  readonly weight: number
  readonly bound: number
  readonly end: number
  place: number
}

/**
 * Adds the view's best paragraphs to `top`. The score of a paragraph is the sum over `terms`, in their order, of weight times
 * saturated term frequency (`weighting.ts`). MaxScore (H. Turtle, J. Flood, "Query evaluation: strategies and optimizations",
 * 1995): terms that together cannot lift a paragraph over the threshold are looked up only where another term stands.
 * `ranges` are the paragraphs `[from, to)` to be searched, ascending; `averageLength` is that of paragraphs, in tokens.
 */
export function findCandidates(
  view: SegmentView,
  terms: readonly WeightedTerm[],
  ranges: readonly (readonly [number, number])[],
  averageLength: number,
  top: TopCandidates,
): void {
  const { postingsStart, paragraphStart, mostInParagraph } = view.segment
  const cursors = terms.map(({ id, weight }, order): Cursor => {
    // No paragraph is shorter than one of no length at all.
    const bound = weight * saturate(at(mostInParagraph, id), 0, averageLength, K1, B)
    return { order, weight, bound, place: at(postingsStart, id), end: at(postingsStart, id + 1) }
  })
  cursors.sort((a, b) => a.bound - b.bound)
  const walk = new Walk(view, cursors, averageLength, top)
  for (const [from, to] of ranges) {
    const start = at(paragraphStart, from)
    for (const cursor of cursors) walk.seek(cursor, start)
    walk.run(to)
  }
}

class Walk {
  readonly #view: SegmentView
  readonly #cursors: readonly Cursor[]
  readonly #averageLength: number
  readonly #top: TopCandidates
  /** By cursor in ascending order of bounds: the sum of the bounds up to and with it. */
  readonly #boundsUpTo: readonly number[]
  /** By the terms' own order: the frequency in the paragraph at hand. */
  readonly #frequencies: Uint32Array
  readonly #weights: Float64Array

  constructor(view: SegmentView, cursors: readonly Cursor[], averageLength: number, top: TopCandidates) {
    this.#view = view
    this.#cursors = cursors
    this.#averageLength = averageLength
    this.#top = top
    let sum = 0
    this.#boundsUpTo = cursors.map(({ bound }) => {
      sum += bound
      return sum
    })
    this.#frequencies = new Uint32Array(cursors.length)
    this.#weights = new Float64Array(cursors.length)
    for (const { order, weight } of cursors) this.#weights[order] = weight
  }

  /** Walks the paragraphs before `to` from where the cursors stand. */
  run(to: number): void {
    const { postings, paragraphOfSentence, paragraphStart, sourceOfParagraph } = this.#view.segment
    const end = at(paragraphStart, to)
    let threshold = -1
    let essential = 0
    for (;;) {
      if (this.#top.threshold !== threshold) {
        threshold = this.#top.threshold
        essential = this.#firstEssential()
      }
      let sentence = end
      for (let index = essential; index < this.#cursors.length; index++) {
        const cursor = this.#cursors[index]
        if (cursor !== undefined && cursor.place < cursor.end) sentence = Math.min(sentence, at(postings, cursor.place))
      }
      if (sentence >= end) return
      const paragraph = at(paragraphOfSentence, sentence)
      if (this.#view.dead?.[at(sourceOfParagraph, paragraph)] === 1)
        this.#skip(essential, at(paragraphStart, paragraph + 1))
      else this.#weigh(paragraph, essential)
    }
  }

  /** Moves a cursor to its first posting at or after `sentence`, by galloping, then halving. */
  seek(cursor: Cursor, sentence: number): void {
    const { postings } = this.#view.segment
    if (cursor.place >= cursor.end || at(postings, cursor.place) >= sentence) return
    let step = 1
    while (cursor.place + step < cursor.end && at(postings, cursor.place + step) < sentence) step *= 2
    let low = cursor.place + (step >>> 1) + 1
    let high = Math.min(cursor.place + step, cursor.end)
    while (low < high) {
      const middle = (low + high) >>> 1
      if (at(postings, middle) < sentence) low = middle + 1
      else high = middle
    }
    cursor.place = low
  }

  /** The first cursor that a paragraph over the threshold must have, or one after it. Rounding must never skip a winner. */
  #firstEssential(): number {
    const threshold = this.#top.threshold * (1 - 1e-9)
    let index = 0
    while (index < this.#cursors.length - 1 && (this.#boundsUpTo[index] ?? 0) < threshold) index++
    return index
  }

  #skip(essential: number, sentence: number): void {
    for (let index = essential; index < this.#cursors.length; index++) {
      const cursor = this.#cursors[index]
      if (cursor !== undefined) this.seek(cursor, sentence)
    }
  }

  /** Scores a paragraph, or leaves off as soon as it cannot win; the essential cursors are past it afterwards. */
  #weigh(paragraph: number, essential: number): void {
    const { tokensStart, paragraphStart } = this.#view.segment
    const first = at(paragraphStart, paragraph)
    const end = at(paragraphStart, paragraph + 1)
    const length = at(tokensStart, end) - at(tokensStart, first)
    const threshold = this.#top.threshold * (1 - 1e-9)
    this.#frequencies.fill(0)
    let partial = 0
    for (let index = this.#cursors.length - 1; index >= 0; index--) {
      const cursor = this.#cursors[index]
      if (cursor === undefined) continue
      if (index < essential) {
        if (partial + (this.#boundsUpTo[index] ?? 0) < threshold) return
        this.seek(cursor, first)
      }
      const frequency = this.#count(cursor, end)
      this.#frequencies[cursor.order] = frequency
      partial += cursor.weight * saturate(frequency, length, this.#averageLength, K1, B)
    }
    // Summed anew in the terms' own order, so that the result does not depend on what was skipped.
    let score = 0
    for (let order = 0; order < this.#frequencies.length; order++) {
      score += (this.#weights[order] ?? 0) * saturate(at(this.#frequencies, order), length, this.#averageLength, K1, B)
    }
    this.#top.add({ view: this.#view, paragraph, score })
  }

  /** Counts the postings before sentence `end`, moving over them. */
  #count(cursor: Cursor, end: number): number {
    const { postings } = this.#view.segment
    const from = cursor.place
    while (cursor.place < cursor.end && at(postings, cursor.place) < end) cursor.place++
    return cursor.place - from
  }
}
