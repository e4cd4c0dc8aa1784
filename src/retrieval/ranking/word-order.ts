/** How much of a question's word order a sentence keeps, stop words included. */

import { at } from '../index/numbers.ts'
import type { SegmentQuery } from '../query/marked-terms.ts'
import { TERM_SHIFT } from '../text/tokenise.ts'

/** Of sequences up to this length the places of a term are kept as bits (`SegmentQuery.placesOfTerm`). */
export const SHORT_SEQUENCE = 30

type Sequence = Pick<SegmentQuery, 'segment' | 'sequence' | 'placesOfTerm'>

/** The longest run of the question's terms that stands word for word between two tokens of the segment. */
export function longestRun(query: Sequence, start: number, end: number): number {
  return query.sequence.length <= SHORT_SEQUENCE
    ? longestShortRun(query, start, end)
    : longestLongRun(query, start, end)
}

/** How many of the question's terms stand there in the same order (longest common subsequence). */
export function commonSequence(query: Sequence, start: number, end: number): number {
  return query.sequence.length <= SHORT_SEQUENCE ? commonShort(query, start, end) : commonLong(query, start, end)
}

/** At k: the places of the sequence where a run of more than k terms ends at the last token, a bit each. */
const ends = new Int32Array(SHORT_SEQUENCE + 1)

function longestShortRun({ segment, placesOfTerm }: Sequence, start: number, end: number): number {
  let current = 0
  let longest = 0
  for (let place = start; place < end; place++) {
    const places = placesOfTerm[at(segment.tokens, place) >>> TERM_SHIFT] as number // inside
    if (places === 0) {
      current = 0
      continue
    }
    for (let length = current; length > 0; length--) ends[length] = ((ends[length - 1] as number) << 1) & places // inside
    ends[0] = places
    current++
    while (ends[current - 1] === 0) current--
    if (current > longest) longest = current
  }
  return longest
}

/**
 * By bits (H. Hyyrö, "Bit-parallel LCS-length computation revisited", 2004): each place that becomes 0 adds one. Tokens outside
 * the sequence change nothing.
 */
function commonShort({ segment, placesOfTerm, sequence }: Sequence, start: number, end: number): number {
  let rest = -1
  for (let place = start; place < end; place++) {
    const met = rest & (placesOfTerm[at(segment.tokens, place) >>> TERM_SHIFT] as number) // inside
    if (met !== 0) rest = (rest + met) | (rest - met)
  }
  let common = 0
  for (let zeros = ~rest & ((1 << sequence.length) - 1); zeros !== 0; zeros &= zeros - 1) common++
  return common
}

// By place of the sequence, one more: what the tokens so far give there.
const runs = new Uint16Array(257)

function longestLongRun({ segment, sequence }: Sequence, start: number, end: number): number {
  runs.fill(0, 0, sequence.length + 1)
  let longest = 0
  for (let place = start; place < end; place++) {
    const term = at(segment.tokens, place) >>> TERM_SHIFT
    for (let index = sequence.length; index > 0; index--) {
      const run = sequence[index - 1] === term ? (runs[index - 1] ?? 0) + 1 : 0
      runs[index] = run
      if (run > longest) longest = run
    }
  }
  return longest
}

function commonLong({ segment, sequence }: Sequence, start: number, end: number): number {
  const lengths = runs.fill(0, 0, sequence.length + 1)
  for (let place = start; place < end; place++) {
    const term = at(segment.tokens, place) >>> TERM_SHIFT
    let before = 0
    for (let index = 1; index <= sequence.length; index++) {
      const above = lengths[index] ?? 0
      if (sequence[index - 1] === term) lengths[index] = before + 1
      else if ((lengths[index - 1] ?? 0) > above) lengths[index] = lengths[index - 1] ?? 0
      before = above
    }
  }
  return lengths[sequence.length] ?? 0
}
