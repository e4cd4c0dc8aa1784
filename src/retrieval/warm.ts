/** Makes what searches need of an index before the first one: otherwise the first question after a change pays for it. */
import { warmEvidence } from './evidence.ts'
import { loadLexicon } from './lexicon.ts'
import { loadConfidenceModel, packedRanking } from './models.ts'
import { warmDerivedTerms } from './related.ts'
import { type SearchIndex, sourceNumber } from './search-index.ts'
import { warmSpelling } from './spelling.ts'

/** Makes the tables of segments that have none yet. Half a second for a dictionary of half a million terms. */
export function warmIndex(index: SearchIndex): void {
  loadLexicon()
  loadConfidenceModel()
  packedRanking()
  for (const { segment } of index.views) {
    sourceNumber(segment, '')
    warmEvidence(segment)
    warmDerivedTerms(segment)
    warmSpelling(segment)
  }
}
