/** From a question to hits: reads it, finds candidates, ranks them, and says how sure it is. */
import { confidenceAt, confidenceFeatures } from './confidence.ts'
import { explain, type ScorePart } from './explain.ts'
import { FEATURES } from './feature-names.ts'
import { evaluate } from './model.ts'
import { loadConfidenceModel, loadRankingModel, packedRanking } from './models.ts'
import { at } from './numbers.ts'
import type { Query } from './query.ts'
import { scoreRows } from './quick-scorer.ts'
import { type CandidateSentence, featuresOf, type Gathered, gatherCandidates } from './rank.ts'
import type { SearchIndex } from './search-index.ts'
import { type Reading, understand } from './understand.ts'

/** One sentence. `paragraph` is 0-based in its source, `sentence` 0-based in its paragraph. */
export type Hit = {
  readonly sourceId: string
  readonly paragraph: number
  readonly sentence: number
  readonly score: number
}

export type SearchOptions = {
  readonly limit: number
  /** Ids of the only sources to be searched. */
  readonly within?: ReadonlySet<string>
  readonly explain?: boolean
}

export type SearchResult = {
  /** Best first; equal scores in the order of the documents. */
  readonly hits: readonly Hit[]
  /** 0 to 1: how likely the first hit answers the question. */
  readonly confidence: number
  readonly verdict: 'found' | 'nearest' | 'nothing-found'
  readonly reading: Reading
  readonly query: Query
  /** With `explain`: for each hit the parts of its score; they add up to it. */
  readonly explanations?: readonly (readonly ScorePart[])[]
}

/** At least so many paragraphs are ranked sentence by sentence, or as many as hits are wanted. */
const LEAST_PARAGRAPHS = 8

/**
 * The sentences that answer `question` best. A phrase in quotation marks must stand in a hit to the letter; when no sentence has
 * it, the nearest sentences are given without it, and it is named among the absent words.
 */
export function search(index: SearchIndex, question: string, options: SearchOptions): SearchResult {
  const { query, reading } = understand(index, question)
  const paragraphs = Math.max(LEAST_PARAGRAPHS, options.limit)
  const strict = gatherCandidates(index, query, options.within, paragraphs)
  const lacksPhrase = strict.sentences.length === 0 && query.phrases.length > 0
  const gathered = lacksPhrase ? gatherCandidates(index, { ...query, phrases: [] }, options.within, paragraphs) : strict
  const ranked = rank(gathered)
  const top = ranked.slice(0, options.limit)
  const confidence = confidenceOf(gathered, ranked)
  const found = confidence >= loadConfidenceModel().found && !lacksPhrase
  return {
    hits: top.map(toHit),
    confidence,
    verdict: ranked.length === 0 ? 'nothing-found' : found ? 'found' : 'nearest',
    reading: lacksPhrase ? { ...reading, absent: [...reading.absent, ...query.phraseTexts] } : reading,
    query,
    ...(options.explain === true ? { explanations: explainAll(gathered, top) } : {}),
  }
}

type Ranked = { readonly candidate: CandidateSentence; readonly score: number }

function rank({ sentences, table }: Gathered): Ranked[] {
  const scores = scoreRows(packedRanking(), table, FEATURES)
  const ranked = sentences.map(candidate => ({ candidate, score: scores[candidate.row] ?? 0 }))
  return ranked.sort((a, b) => b.score - a.score || a.candidate.order - b.candidate.order)
}

function confidenceOf(gathered: Gathered, ranked: readonly Ranked[]): number {
  const [first] = ranked
  if (first === undefined) return 0
  const scores = ranked.slice(0, 5).map(({ score }) => score)
  const { trees, curve } = loadConfidenceModel()
  const features = confidenceFeatures(featuresOf(gathered, first.candidate), { ...gathered, scores })
  return confidenceAt(curve, evaluate(trees, features))
}

function explainAll(gathered: Gathered, ranked: readonly Ranked[]): (readonly ScorePart[])[] {
  const { trees } = loadRankingModel()
  return ranked.map(({ candidate }) => explain(trees, featuresOf(gathered, candidate)))
}

function toHit({ candidate: { view, document }, score }: Ranked): Hit {
  const { segment } = view
  const paragraph = at(segment.paragraphOfSentence, document)
  const source = at(segment.sourceOfParagraph, paragraph)
  return {
    sourceId: segment.sourceIds[source] ?? '',
    paragraph: paragraph - at(segment.sourceStart, source),
    sentence: document - at(segment.paragraphStart, paragraph),
    score,
  }
}
