/** The best paragraphs for terms with few postings: term by term, adding up what each gives to its paragraphs. */

import { at } from '../index/numbers.ts'
import type { SegmentView } from '../index/search-index.ts'
import { firstPosting, type Segment } from '../index/segment.ts'
import { saturateParagraph } from '../index/weighting.ts'
import type { TopCandidates } from './top-candidates.ts'
import type { WeightedTerm } from './weighted-term.ts'

/** By paragraph of a segment: its length in tokens, and what the terms so far add up to; all 0 between searches. */
type Sums = { readonly lengths: Uint32Array; readonly scores: Float64Array }

const sumsOfSegments = new WeakMap<Segment, Sums>()

function sumsOf(segment: Segment): Sums {
  let sums = sumsOfSegments.get(segment)
  if (sums === undefined) {
    const { paragraphStart, tokensStart, sourceOfParagraph } = segment
    const lengths = new Uint32Array(sourceOfParagraph.length)
    for (let paragraph = 0; paragraph < lengths.length; paragraph++) {
      const start = at(tokensStart, at(paragraphStart, paragraph))
      lengths[paragraph] = at(tokensStart, at(paragraphStart, paragraph + 1)) - start
    }
    sums = { lengths, scores: new Float64Array(lengths.length) }
    sumsOfSegments.set(segment, sums)
  }
  return sums
}

/** Makes the table of lengths of a segment's paragraphs. */
export const warmSums = (segment: Segment): void => void sumsOf(segment)

/** Adds the view's best paragraphs of `[from, to)` to `top`. For the other arguments see `findCandidates`. */
export function addUpPostings(
  view: SegmentView,
  terms: readonly WeightedTerm[],
  [from, to]: readonly [number, number],
  averageLength: number,
  top: TopCandidates,
): void {
  const { segment, dead } = view
  const { paragraphStart, sourceOfParagraph } = segment
  const sums = sumsOf(segment)
  const [first, end] = [at(paragraphStart, from), at(paragraphStart, to)]
  const touched: number[] = []
  for (const term of terms) addUpTerm(segment, term, first, end, averageLength, sums, touched)
  for (let place = 0; place < touched.length; place++) {
    const paragraph = touched[place] as number // inside
    const score = sums.scores[paragraph] as number // inside
    sums.scores[paragraph] = 0
    if (score < top.threshold || dead?.[at(sourceOfParagraph, paragraph)] === 1) continue
    top.add(view, paragraph, score)
  }
}

/** Adds what a term gives to the paragraphs of sentences `[first, end)`; those that nothing was added to before join `touched`. */
function addUpTerm(
  { postings, postingsStart, paragraphOfSentence }: Segment,
  { id, weight }: WeightedTerm,
  first: number,
  end: number,
  averageLength: number,
  { lengths, scores }: Sums,
  touched: number[],
): void {
  const last = at(postingsStart, id + 1)
  let place = first === 0 ? at(postingsStart, id) : firstPosting({ postings, postingsStart }, id, first)
  let sentence = place < last ? at(postings, place) : end
  while (sentence < end) {
    const paragraph = at(paragraphOfSentence, sentence)
    let frequency = 0
    do {
      frequency++
      place++
      sentence = place < last ? at(postings, place) : end
    } while (sentence < end && at(paragraphOfSentence, sentence) === paragraph)
    const before = scores[paragraph] as number // inside
    if (before === 0) touched.push(paragraph)
    scores[paragraph] = before + weight * saturateParagraph(frequency, at(lengths, paragraph), averageLength)
  }
}
