/** In how much of an index a term stands, over all its segments. */
import { at } from './numbers.ts'
import type { SearchIndex } from './search-index.ts'

/** In how many sentences of the index a term stands. */
export function documentFrequency(index: SearchIndex, term: string): number {
  let sum = 0
  for (const { segment, documentFrequency: frequency } of index.views) {
    const id = segment.termIds.get(term)
    if (id !== undefined) sum += at(frequency, id)
  }
  return sum
}

/** Whether a term stands in the context of a source of the index. */
export function isInContext(index: SearchIndex, term: string): boolean {
  return index.views.some(({ segment, contextFrequency }) => {
    const id = segment.termIds.get(term)
    return id !== undefined && at(contextFrequency, id) > 0
  })
}
