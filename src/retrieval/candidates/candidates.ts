/** The best paragraphs for a query's terms, found by the way that suits how common the terms are. */

import { at } from '../index/numbers.ts'
import type { SegmentView } from '../index/search-index.ts'
import { walkPostings } from './max-score.ts'
import { addUpPostings } from './term-at-a-time.ts'
import type { TopCandidates } from './top-candidates.ts'
import type { WeightedTerm } from './weighted-term.ts'

/** Up to so many postings adding up is quicker than skipping. */
const FEW_POSTINGS = 15_000

/**
 * Adds the view's best paragraphs to `top`. The score of a paragraph is the sum over `terms`, in their order, of weight times
 * saturated term frequency (`weighting.ts`), the same to the last bit by either way.
 * `ranges` are the paragraphs `[from, to)` to be searched, ascending; `averageLength` is that of paragraphs, in tokens.
 */
export function findCandidates(
  view: SegmentView,
  terms: readonly WeightedTerm[],
  ranges: readonly (readonly [number, number])[],
  averageLength: number,
  top: TopCandidates,
  fewPostings = FEW_POSTINGS,
): void {
  const { postingsStart } = view.segment
  let postings = 0
  for (const { id } of terms) postings += at(postingsStart, id + 1) - at(postingsStart, id)
  if (postings === 0) return
  const [only] = ranges
  if (only !== undefined && ranges.length === 1 && postings <= fewPostings)
    addUpPostings(view, terms, only, averageLength, top)
  else walkPostings(view, terms, ranges, averageLength, top)
}
