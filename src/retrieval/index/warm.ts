/** Makes what searches need of an index before the first one: otherwise the first question after a change pays for it. */

import { inOneGo, type Steps } from '../../work/steps.ts'
import { warmSums } from '../candidates/term-at-a-time.ts'
import { loadLexicon } from '../query/lexicon.ts'
import { warmDerivedTerms } from '../query/related.ts'
import { warmSpelling } from '../query/spelling.ts'
import { warmEvidence } from '../ranking/evidence.ts'
import { loadConfidenceModel, packedRanking } from '../ranking/models.ts'
import { type SearchIndex, sourceNumber } from './search-index.ts'
import type { Segment } from './segment.ts'

/** Makes the tables of segments that have none yet. Half a second for a dictionary of half a million terms. */
export function warmIndex(index: SearchIndex): void {
  warmModels()
  for (const { segment } of index.views) inOneGo(warmSegment(segment))
}

/** Reads the models by which sentences are weighed. */
export function warmModels(): void {
  loadLexicon()
  loadConfidenceModel()
  packedRanking()
}

/** Makes the tables of a segment, one a step. */
export function* warmSegment(segment: Segment): Steps<void> {
  for (const warm of tables) {
    warm(segment)
    yield
  }
}

const tables = [
  (segment: Segment) => void sourceNumber(segment, ''),
  warmSums,
  warmEvidence,
  warmDerivedTerms,
  warmSpelling,
]
