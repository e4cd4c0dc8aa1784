/** The tables of a segment by which searches save time: derived once from its terms and sources, when the segment is made. */

import type { Steps } from '../../work/steps.ts'
import { fold } from '../text/analyse.ts'
import { lettersOf } from '../text/letters.ts'
import { kindOf } from '../text/term-kinds.ts'
import type { ForwardIndex } from './forward-builder.ts'
import { at } from './numbers.ts'

export type SegmentTables = {
  /** By id: the number of the source. */
  readonly sourceNumbers: ReadonlyMap<string, number>
  /** By paragraph: its length in tokens. */
  readonly paragraphLengths: Uint32Array
  /** By term: what kind of answer it may be part of (`term-kinds.ts`). */
  readonly termKinds: Uint8Array
  /** By term: the letters of its printed word (`letters.ts`). */
  readonly letters: Uint32Array
  /** By prefix (`prefixOf`): the terms that start with it, ascending. */
  readonly termsByPrefix: ReadonlyMap<string, readonly number[]>
  readonly marks: Marks
}

/** Scratch tables of a segment. A search marks them and clears its marks in a `finally`: between searches all is 0. */
export type Marks = {
  /** By term, the tables of `SegmentQuery`. */
  readonly slotOfTerm: Uint8Array
  readonly relatedSlot: Uint8Array
  readonly relatedWeight: Float64Array
  readonly placesOfTerm: Int32Array
  /** By term: its weight as a cue. */
  readonly cueWeights: Float32Array
  /** By paragraph: the sum of its terms' scores so far. */
  readonly paragraphScores: Float64Array
}

/** Derives the tables, one a step. Half a second for a dictionary of half a million terms. */
export function* deriveTables(forward: ForwardIndex): Steps<SegmentTables> {
  const { terms, printed, sourceIds, sourceOfParagraph } = forward
  const sourceNumbers = new Map(sourceIds.map((id, number) => [id, number]))
  yield
  const paragraphLengths = lengthsOf(forward)
  yield
  const termKinds = Uint8Array.from(terms, kindOf)
  yield
  const letters = Uint32Array.from(printed, word => lettersOf(fold(word)))
  yield
  const termsByPrefix = groupByPrefix(terms)
  yield
  const marks = {
    slotOfTerm: new Uint8Array(terms.length),
    relatedSlot: new Uint8Array(terms.length),
    relatedWeight: new Float64Array(terms.length),
    placesOfTerm: new Int32Array(terms.length),
    cueWeights: new Float32Array(terms.length),
    paragraphScores: new Float64Array(sourceOfParagraph.length),
  }
  return { sourceNumbers, paragraphLengths, termKinds, letters, termsByPrefix, marks }
}

function lengthsOf({ paragraphStart, tokensStart, sourceOfParagraph }: ForwardIndex): Uint32Array {
  const lengths = new Uint32Array(sourceOfParagraph.length)
  for (let paragraph = 0; paragraph < lengths.length; paragraph++) {
    const start = at(tokensStart, at(paragraphStart, paragraph))
    lengths[paragraph] = at(tokensStart, at(paragraphStart, paragraph + 1)) - start
  }
  return lengths
}

const PREFIX = 4

/** The first four letters of a term, with the mark of its language; undefined for a shorter term. */
export function prefixOf(term: string): string | undefined {
  const start = term.indexOf(':') + 1
  return term.length - start < PREFIX ? undefined : term.slice(0, start + PREFIX)
}

function groupByPrefix(terms: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>()
  terms.forEach((term, id) => {
    const prefix = prefixOf(term)
    if (prefix === undefined) return
    const ids = groups.get(prefix)
    if (ids === undefined) groups.set(prefix, [id])
    else ids.push(id)
  })
  return groups
}
