/** What speaks for a hit's being an answer, weighed as if its article stood alone: the same, however many others stand beside it. */

import { type CandidateSentence, featuresOf, gatherCandidates } from './candidates/gather-candidates.ts'
import { at } from './index/numbers.ts'
import type { SearchIndex } from './index/search-index.ts'
import type { Query } from './query/query.ts'
import type { ContextOf } from './query/segment-query.ts'
import { confidenceFeatures } from './ranking/confidence.ts'
import { type Account, accountFor } from './ranking/uncovered.ts'

/** Paragraphs of the article that the hit is compared with. */
const PARAGRAPHS = 6

export type Assessment = {
  /** The row of numbers that the confidence model reads. */
  readonly row: Float64Array
  /** The hit's own features. */
  readonly features: Float64Array
  readonly account: Account
  /** By word of the question, in the hit's article. */
  readonly idf: Float64Array
}

/** Assesses a hit of `query`; `score` gives each row of a table of features its ranking score. */
export function assess(
  index: SearchIndex,
  query: Query,
  contextOf: ContextOf,
  { view, document }: Pick<CandidateSentence, 'view' | 'document'>,
  score: (table: Float64Array) => Float64Array,
): Assessment {
  const { segment } = view
  const paragraph = at(segment.paragraphOfSentence, document)
  const source = at(segment.sourceOfParagraph, paragraph)
  const within = new Set([segment.sourceIds[source] ?? ''])
  const words = { ...query, phrases: [], excluded: [] }
  const gathered = gatherCandidates(index, words, contextOf, within, PARAGRAPHS, { view, source, paragraph })
  const scores = score(gathered.table)
  const sorted = scores.slice().sort().reverse()
  const hit = gathered.sentences.find(candidate => candidate.document === document)
  const features = hit === undefined ? new Float64Array() : featuresOf(gathered, hit)
  const account = accountFor(contextOf(segment).segmentQuery, query, document)
  const ownScore = hit === undefined ? 0 : (scores[hit.row] ?? 0)
  return {
    row: confidenceFeatures(query, features, account, gathered, ownScore, sorted),
    features,
    account,
    idf: gathered.idf,
  }
}
