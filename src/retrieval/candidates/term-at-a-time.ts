/** The best paragraphs for terms with few postings: term by term, adding up what each gives to its paragraphs. */

import { at } from '../index/numbers.ts'
import type { SegmentView } from '../index/search-index.ts'
import { firstPosting, type Segment } from '../index/segment.ts'
import { saturateParagraph } from '../index/weighting.ts'
import type { TopCandidates } from './top-candidates.ts'
import type { WeightedTerm } from './weighted-term.ts'

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
  const scores = segment.marks.paragraphScores
  const [first, end] = [at(paragraphStart, from), at(paragraphStart, to)]
  const touched: number[] = []
  try {
    for (const term of terms) addUpTerm(segment, term, first, end, averageLength, touched)
    for (let place = 0; place < touched.length; place++) {
      const paragraph = touched[place] as number // inside
      const score = scores[paragraph] as number // inside
      if (score < top.threshold || dead?.[at(sourceOfParagraph, paragraph)] === 1) continue
      top.add(view, paragraph, score)
    }
  } finally {
    for (let place = 0; place < touched.length; place++) scores[touched[place] as number] = 0 // inside
  }
}

/** Adds what a term gives to the paragraphs of sentences `[first, end)`; those that nothing was added to before join `touched`. */
function addUpTerm(
  { postings, postingsStart, paragraphOfSentence, paragraphLengths, marks }: Segment,
  { id, weight }: WeightedTerm,
  first: number,
  end: number,
  averageLength: number,
  touched: number[],
): void {
  const scores = marks.paragraphScores
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
    scores[paragraph] = before + weight * saturateParagraph(frequency, at(paragraphLengths, paragraph), averageLength)
  }
}
