/** What each candidate sentence shows for a query, read off its tokens in one pass; comparing sentences is left to `features.ts`. */

import { at } from '../index/numbers.ts'
import type { SegmentQuery } from '../query/marked-terms.ts'
import * as kind from '../text/term-kinds.ts'
import { CAPITAL, NUMBER, STOP, TERM_SHIFT } from '../text/tokenise.ts'
import { F, FEATURES } from './feature-names.ts'
import { commonSequence, longestRun } from './word-order.ts'

/** No sign of an answer stands this near to a matched word, in tokens. */
const FAR = 30

/** Whether a token that does not start its sentence looks like a name. */
const isName = (token: number, bits: number): boolean =>
  (token & (CAPITAL | STOP)) === CAPITAL && (bits & kind.CALENDAR) === 0

/** A table of sentences: a row of features for each, and by slot how it matches. Flat arrays, since it is filled for each question. */
export class Evidence {
  readonly slotCount: number
  count = 0
  readonly #documents: number[] = []
  readonly #features: Float64Array
  readonly #frequency: Uint8Array
  readonly #match: Float64Array
  readonly #position: Int32Array
  readonly #bigram: Uint8Array

  constructor(sentences: number, slotCount: number) {
    this.slotCount = slotCount
    this.#features = new Float64Array(sentences * FEATURES)
    this.#frequency = new Uint8Array(sentences * slotCount)
    this.#match = new Float64Array(sentences * slotCount)
    this.#position = new Int32Array(sentences * slotCount).fill(-1)
    this.#bigram = new Uint8Array(sentences * slotCount)
  }

  documentOf(index: number): number {
    return this.#documents[index] ?? -1
  }
  /** The features of all sentences, row after row. */
  table(): Float64Array {
    return this.#features
  }
  get(index: number, feature: number): number {
    return this.#features[index * FEATURES + feature] as number // inside
  }
  set(index: number, feature: number, value: number): void {
    this.#features[index * FEATURES + feature] = value
  }
  /** Adds to a number, or lifts it. */
  increase(index: number, feature: number, by: number): void {
    const place = index * FEATURES + feature
    this.#features[place] = (this.#features[place] as number) + by // inside
  }
  lift(index: number, feature: number, to: number): void {
    const place = index * FEATURES + feature
    if (to > (this.#features[place] as number)) this.#features[place] = to // inside
  }
  /** How often the sentence has the slot's word. */
  frequencyOf(index: number, slot: number): number {
    return this.#frequency[index * this.slotCount + slot] as number // inside
  }
  /** 1 when it has the word itself, else the weight of the nearest related term, else 0. */
  matchOf(index: number, slot: number): number {
    return this.#match[index * this.slotCount + slot] as number // inside
  }
  /** By slot: `matchOf`. */
  matchesOf(index: number): Float64Array {
    return this.#match.subarray(index * this.slotCount, (index + 1) * this.slotCount)
  }
  /** Where the word stands first, in tokens, or -1. */
  positionOf(index: number, slot: number): number {
    return this.#position[index * this.slotCount + slot] as number // inside
  }
  /** Whether the word stands right after the content word before it in the question, stop words aside. */
  isBigram(index: number, slot: number): boolean {
    return this.#bigram[index * this.slotCount + slot] === 1
  }

  /** Reads one sentence into the next row. */
  add(query: SegmentQuery, document: number): void {
    const { segment } = query
    const index = this.count++
    this.#documents.push(document)
    const start = at(segment.tokensStart, document)
    const end = at(segment.tokensStart, document + 1)
    const first = start < end ? (segment.termKinds[at(segment.tokens, start) >>> TERM_SHIFT] ?? 0) : 0
    this.set(index, F.length, Math.min(80, end - start))
    this.set(index, F.pronoun, (first & kind.PRONOUN) !== 0 ? 1 : 0)
    this.#readMatches(query, index, start, end)
    this.#readSigns(query, index, start, end)
    this.#readNearness(query, index, start, end)
    this.set(index, F.longestRun, Math.min(12, longestRun(query, start, end)))
    this.set(index, F.commonSequence, commonSequence(query, start, end) / Math.max(1, query.sequence.length))
  }

  #readMatches(query: SegmentQuery, index: number, start: number, end: number): void {
    const { slotOfTerm, relatedSlot, relatedWeight } = query
    const { tokens } = query.segment
    const base = index * this.slotCount
    let contentLength = 0
    let previousSlot = -2
    for (let place = start; place < end; place++) {
      const token = at(tokens, place)
      if ((token & STOP) !== 0) continue
      contentLength++
      const term = token >>> TERM_SHIFT
      const slot = (slotOfTerm[term] as number) - 1 // inside
      if (slot >= 0) {
        const seen = this.#frequency[base + slot] ?? 0
        if (seen === 0) this.#position[base + slot] = place - start
        this.#frequency[base + slot] = Math.min(255, seen + 1)
        this.#match[base + slot] = 1
        if (previousSlot === slot - 1) this.#bigram[base + slot] = 1
        previousSlot = slot
      } else {
        const near = relatedSlot[term] as number // inside
        if (near > 0) {
          const place = base + near - 1
          this.#match[place] = Math.max(relatedWeight[term] as number, this.#match[place] as number) // inside
        }
        previousSlot = -2
      }
    }
    this.set(index, F.contentLength, Math.min(60, contentLength))
  }

  /** Counts what may be an answer; words of the question are none. */
  #readSigns({ segment, slotOfTerm }: SegmentQuery, index: number, start: number, end: number): void {
    const { tokens } = segment
    const kinds = segment.termKinds
    for (let place = start; place < end; place++) {
      const token = at(tokens, place)
      const term = token >>> TERM_SHIFT
      if ((slotOfTerm[term] ?? 0) > 0) continue
      const bits = kinds[term] ?? 0
      if ((bits & kind.YEAR) !== 0) this.#count(index, F.years, 6)
      else if ((token & NUMBER) !== 0) this.#count(index, F.numbers, 6)
      if (place > start && isName(token, bits)) {
        this.#count(index, F.names, 12)
        const before = kinds[at(tokens, place - 1) >>> TERM_SHIFT] ?? 0
        if ((before & kind.PLACE_PREPOSITION) !== 0) this.#count(index, F.places, 6)
      }
      if (bits === 0) continue
      if ((bits & kind.NUMBER_WORD) !== 0) this.#count(index, F.numberWords, 6)
      if ((bits & kind.CALENDAR) !== 0) this.#count(index, F.calendar, 6)
      if ((bits & kind.REASON) !== 0) this.#count(index, F.reasons, 6)
      if ((bits & kind.MEASURE) !== 0) this.#count(index, F.measures, 6)
    }
  }

  #count(index: number, feature: number, most: number): void {
    this.set(index, feature, Math.min(most, this.get(index, feature) + 1))
  }

  /** How near to a word of the question a number, a date and a name stand. */
  #readNearness({ segment, slotOfTerm }: SegmentQuery, index: number, start: number, end: number): void {
    const kinds = segment.termKinds
    const last = { match: -FAR * 2, number: -FAR * 2, date: -FAR * 2, name: -FAR * 2 }
    const near = { number: FAR, date: FAR, name: FAR }
    for (let place = start; place < end; place++) {
      const token = at(segment.tokens, place)
      const term = token >>> TERM_SHIFT
      if ((slotOfTerm[term] ?? 0) > 0) {
        last.match = place
        near.number = Math.min(near.number, place - last.number)
        near.date = Math.min(near.date, place - last.date)
        near.name = Math.min(near.name, place - last.name)
        continue
      }
      const bits = kinds[term] ?? 0
      if ((bits & (kind.YEAR | kind.CALENDAR)) !== 0) {
        last.date = place
        near.date = Math.min(near.date, place - last.match)
      }
      if ((token & NUMBER) !== 0 || (bits & kind.NUMBER_WORD) !== 0) {
        last.number = place
        near.number = Math.min(near.number, place - last.match)
      }
      if (place > start && isName(token, bits)) {
        last.name = place
        near.name = Math.min(near.name, place - last.match)
      }
    }
    this.set(index, F.nearestNumber, near.number)
    this.set(index, F.nearestDate, near.date)
    this.set(index, F.nearestName, near.name)
  }
}
