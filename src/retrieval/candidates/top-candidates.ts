/** The best paragraphs so far, and what a score must reach to be among them. */
import { at } from '../index/numbers.ts'
import type { SegmentView } from '../index/search-index.ts'

/** A paragraph by its number in `view`'s segment. */
export type Candidate = { readonly view: SegmentView; readonly paragraph: number; readonly score: number }

/** A little below 1: rounding must never leave out a winner. */
const LESS = 1 - 1e-9

/**
 * The best `limit` candidates, best first; equal scores by their sources' ids, since the order of the segments tells only
 * how the index came about. With `share`, those that score less than
 * this share of the best are left out, as long as `least` remain.
 */
export class TopCandidates {
  readonly #limit: number
  readonly #share: number
  readonly #least: number
  readonly #best: Candidate[] = []
  /** What a score must reach to get in, as long as it is above 0. */
  threshold = 0

  constructor(limit: number, share = 0, least = limit) {
    this.#limit = limit
    this.#share = share
    this.#least = least
  }

  /** Adds a candidate, or not. Those of one view may come in any order; views come in the order of the index. */
  add(view: SegmentView, paragraph: number, score: number): void {
    if (score < this.threshold || score <= 0) return
    let place = this.#best.length
    while (place > 0 && isBehind(this.#best[place - 1], view, paragraph, score)) place--
    if (place === this.#limit) return
    this.#best.splice(place, 0, { view, paragraph, score })
    if (this.#best.length > this.#limit) this.#best.pop()
    const last = this.#best.length === this.#limit ? (this.#best[this.#limit - 1]?.score ?? 0) : 0
    // Whoever scores below both marks is left out in the end, since both only rise.
    const low = Math.min(this.#lowest(), this.#best[this.#least - 1]?.score ?? 0)
    this.threshold = Math.max(last, low * LESS)
  }

  list(): readonly Candidate[] {
    const lowest = this.#lowest()
    return this.#best.filter(({ score }, rank) => rank < this.#least || score >= lowest)
  }

  #lowest(): number {
    return (this.#best[0]?.score ?? 0) * this.#share
  }
}

function isBehind(other: Candidate | undefined, view: SegmentView, paragraph: number, score: number): boolean {
  if (other === undefined || other.score !== score) return (other?.score ?? 0) < score
  const [id, otherId] = [sourceIdOf(view, paragraph), sourceIdOf(other.view, other.paragraph)]
  return id === otherId ? other.paragraph > paragraph : otherId > id
}

function sourceIdOf({ segment }: SegmentView, paragraph: number): string {
  return segment.sourceIds[at(segment.sourceOfParagraph, paragraph)] ?? ''
}
