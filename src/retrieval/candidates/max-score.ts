/** The best paragraphs for terms with many postings: paragraph by paragraph, skipping what cannot win (MaxScore). */

import { at } from '../index/numbers.ts'
import type { SegmentView } from '../index/search-index.ts'
import { saturateParagraph } from '../index/weighting.ts'
import { LESS, type TopCandidates } from './top-candidates.ts'
import type { WeightedTerm } from './weighted-term.ts'

/** Postings that are walked beforehand, to know early what cannot win. */
const SEED_POSTINGS = 400

/**
 * Adds the view's best paragraphs to `top`. MaxScore (H. Turtle, J. Flood, "Query evaluation: strategies and optimizations",
 * 1995): terms that together cannot lift a paragraph over the threshold are looked up only where another term stands. The
 * paragraphs of the rarest terms are scored first: what they reach is a threshold to start with. For the arguments see
 * `findCandidates`.
 */
export function walkPostings(
  view: SegmentView,
  terms: readonly WeightedTerm[],
  ranges: readonly (readonly [number, number])[],
  averageLength: number,
  top: TopCandidates,
): void {
  const walk = new Walk(view, terms, averageLength)
  const [only] = ranges
  if (only !== undefined && ranges.length === 1) {
    const seeds = top.fresh()
    walk.run(only, seeds, walk.rarest(SEED_POSTINGS))
    top.raise(seeds.threshold)
    walk.restart()
  }
  for (const range of ranges) walk.run(range, top, 0)
}

/** No sentence has this number: where postings are at their end. */
const NONE = 0x7fff_ffff

/** The postings of a query's terms while they are walked. Lists are by term, those of the highest bounds last. */
class Walk {
  readonly #view: SegmentView
  readonly #averageLength: number
  /** The terms' numbers in the query, their weights there, and here. */
  readonly #orders: Uint32Array
  readonly #queryWeights: Float64Array
  readonly #weights: Float64Array
  /** The most that a term can add; the sum of that up to and with it. */
  readonly #bounds: Float64Array
  readonly #boundsUpTo: Float64Array
  readonly #starts: Uint32Array
  readonly #ends: Uint32Array
  readonly #places: Uint32Array
  /** The sentence at `places`, or `NONE`. */
  readonly #heads: Int32Array
  /** In the query's order: the frequency in the paragraph at hand. */
  readonly #frequencies: Uint32Array

  constructor(view: SegmentView, terms: readonly WeightedTerm[], averageLength: number) {
    const { postingsStart, mostInParagraph } = view.segment
    const cursors = terms.map(({ id, weight }, order) => {
      // No paragraph is shorter than one of no length at all.
      return { order, id, weight, bound: weight * saturateParagraph(at(mostInParagraph, id), 0, averageLength) }
    })
    cursors.sort((a, b) => a.bound - b.bound)
    const count = cursors.length
    this.#view = view
    this.#averageLength = averageLength
    this.#orders = new Uint32Array(count)
    this.#queryWeights = new Float64Array(count)
    this.#weights = new Float64Array(count)
    this.#bounds = new Float64Array(count)
    this.#boundsUpTo = new Float64Array(count)
    this.#starts = new Uint32Array(count)
    this.#ends = new Uint32Array(count)
    this.#places = new Uint32Array(count)
    this.#heads = new Int32Array(count)
    this.#frequencies = new Uint32Array(count)
    let sum = 0
    cursors.forEach(({ order, id, weight, bound }, term) => {
      sum += bound
      this.#orders[term] = order
      this.#queryWeights[order] = weight
      this.#weights[term] = weight
      this.#bounds[term] = bound
      this.#boundsUpTo[term] = sum
      this.#starts[term] = at(postingsStart, id)
      this.#ends[term] = at(postingsStart, id + 1)
    })
    this.restart()
  }

  restart(): void {
    this.#places.set(this.#starts)
    for (let term = 0; term < this.#heads.length; term++) this.#look(term)
  }

  /** The first of the last terms that have no more than so many postings together; the last alone may have more. */
  rarest(postings: number): number {
    let term = this.#starts.length - 1
    let sum = at(this.#ends, term) - at(this.#starts, term)
    while (term > 0) {
      sum += at(this.#ends, term - 1) - at(this.#starts, term - 1)
      if (sum > postings) break
      term--
    }
    return term
  }

  /** Walks the paragraphs from `from` up to `to` that have one of the terms from `least` on, and adds the best to `top`. */
  run([from, to]: readonly [number, number], top: TopCandidates, least: number): void {
    const { paragraphOfSentence, paragraphStart, sourceOfParagraph } = this.#view.segment
    const heads = this.#heads
    const start = at(paragraphStart, from)
    const end = at(paragraphStart, to)
    for (let term = 0; term < heads.length; term++) this.#seek(term, start)
    let threshold = -1
    let essential = least
    for (;;) {
      if (top.threshold !== threshold) {
        threshold = top.threshold
        essential = Math.max(least, this.#firstEssential(threshold * LESS))
      }
      let sentence = end
      for (let term = essential; term < heads.length; term++) sentence = Math.min(sentence, heads[term] as number)
      if (sentence >= end) return
      const paragraph = at(paragraphOfSentence, sentence)
      const next = at(paragraphStart, paragraph + 1)
      const isDead = this.#view.dead?.[at(sourceOfParagraph, paragraph)] === 1
      if (isDead || this.#boundOf(next, essential) < threshold * LESS) {
        for (let term = essential; term < heads.length; term++) this.#seek(term, next)
      } else this.#weigh(paragraph, essential, top)
    }
  }

  /** What a paragraph can score at most whose terms from `essential` on are those that stand before sentence `next`. */
  #boundOf(next: number, essential: number): number {
    let bound = essential > 0 ? (this.#boundsUpTo[essential - 1] as number) : 0 // inside
    for (let term = essential; term < this.#heads.length; term++) {
      if ((this.#heads[term] as number) < next) bound += this.#bounds[term] as number // inside
    }
    return bound
  }

  #look(term: number): void {
    const place = at(this.#places, term)
    this.#heads[term] = place < at(this.#ends, term) ? at(this.#view.segment.postings, place) : NONE
  }

  /** Moves a term to its first posting at or after `sentence`, by galloping, then halving. */
  #seek(term: number, sentence: number): void {
    if ((this.#heads[term] as number) >= sentence) return
    const { postings } = this.#view.segment
    const place = at(this.#places, term)
    const end = at(this.#ends, term)
    let step = 1
    while (place + step < end && at(postings, place + step) < sentence) step *= 2
    let low = place + (step >>> 1) + 1
    let high = Math.min(place + step, end)
    while (low < high) {
      const middle = (low + high) >>> 1
      if (at(postings, middle) < sentence) low = middle + 1
      else high = middle
    }
    this.#places[term] = low
    this.#look(term)
  }

  /** The first term that a paragraph over the threshold must have, or one after it. */
  #firstEssential(threshold: number): number {
    let term = 0
    while (term < this.#heads.length - 1 && (this.#boundsUpTo[term] as number) < threshold) term++ // inside
    return term
  }

  /** Scores a paragraph, or leaves off as soon as it cannot win; the essential terms are past it afterwards. */
  #weigh(paragraph: number, essential: number, top: TopCandidates): void {
    const { tokensStart, paragraphStart } = this.#view.segment
    const first = at(paragraphStart, paragraph)
    const end = at(paragraphStart, paragraph + 1)
    const length = at(tokensStart, end) - at(tokensStart, first)
    const threshold = top.threshold * LESS
    this.#frequencies.fill(0)
    let partial = 0
    for (let term = this.#heads.length - 1; term >= 0; term--) {
      if (term < essential) {
        if (partial + (this.#boundsUpTo[term] as number) < threshold) return // inside
        this.#seek(term, first)
      }
      const frequency = this.#count(term, end)
      if (frequency === 0) continue
      this.#frequencies[at(this.#orders, term)] = frequency
      partial += (this.#weights[term] as number) * saturateParagraph(frequency, length, this.#averageLength) // inside
    }
    // Summed anew in the terms' own order, so that the result does not depend on what was skipped.
    let score = 0
    for (let order = 0; order < this.#frequencies.length; order++) {
      const frequency = at(this.#frequencies, order)
      score += (this.#queryWeights[order] as number) * saturateParagraph(frequency, length, this.#averageLength) // inside
    }
    top.add(this.#view, paragraph, score)
  }

  /** Counts the postings before sentence `end`, moving over them. */
  #count(term: number, end: number): number {
    if ((this.#heads[term] as number) >= end) return 0
    const { postings } = this.#view.segment
    const from = at(this.#places, term)
    const last = at(this.#ends, term)
    let place = from + 1
    while (place < last && at(postings, place) < end) place++
    this.#places[term] = place
    this.#heads[term] = place < last ? at(postings, place) : NONE
    return place - from
  }
}
