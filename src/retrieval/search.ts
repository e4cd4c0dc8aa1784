/** From a question to hits: reads it, finds candidates, ranks them, and says how sure it is. */

import { type CandidateSentence, featuresOf, type Gathered, gatherCandidates } from './candidates/gather-candidates.ts'
import { at } from './index/numbers.ts'
import type { SearchIndex } from './index/search-index.ts'
import type { Query } from './query/query.ts'
import { addedIn, type Reading, type Understood, understand, widen } from './query/understand.ts'
import { confidenceAt, confidenceFeatures, contradicts } from './ranking/confidence.ts'
import { explain, type ScorePart } from './ranking/explain.ts'
import { FEATURES } from './ranking/feature-names.ts'
import { evaluate } from './ranking/model.ts'
import { loadConfidenceModel, loadRankingModel, packedRanking } from './ranking/models.ts'
import { scoreRows } from './ranking/quick-scorer.ts'

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
/** What cannot be an answer has this share of the confidence that counts as `found`, at most. */
const CONTRADICTED = 0.9

/**
 * The sentences that answer `question` best. A phrase in quotation marks must stand in a hit to the letter; when no sentence has
 * it, the nearest sentences are given without it, and it is named among the absent words.
 */
export function search(index: SearchIndex, question: string, options: SearchOptions): SearchResult {
  const understood = understand(index, question)
  const attempt = surest(index, understood, options)
  const { gathered, ranked, confidence, lacksPhrase, query, reading } = attempt
  const top = ranked.slice(0, options.limit)
  const found = confidence >= loadConfidenceModel().found && !lacksPhrase
  return {
    hits: top.map(toHit),
    confidence,
    verdict: ranked.length === 0 ? 'nothing-found' : found ? 'found' : 'nearest',
    reading: {
      ...reading,
      added: addedIn(
        reading,
        top.map(({ candidate }) => candidate),
      ),
      absent: lacksPhrase ? [...reading.absent, ...query.phraseTexts] : reading.absent,
    },
    query,
    ...(options.explain === true ? { explanations: explainAll(gathered, top) } : {}),
  }
}

type Attempt = Understood & {
  readonly gathered: Gathered
  readonly ranked: readonly Ranked[]
  readonly confidence: number
  readonly lacksPhrase: boolean
}

// Among more sentences than this the question's own words stand somewhere, and a second look would cost as much as the first.
const FEW_SENTENCES = 20_000

/** Looks again with other words for the question's own when the first look was not sure, and keeps what is surer. */
function surest(index: SearchIndex, understood: Understood, options: SearchOptions): Attempt {
  const first = attemptSearch(index, understood, options)
  if (first.confidence >= loadConfidenceModel().found || first.gathered.sentencesSearched > FEW_SENTENCES) return first
  const wider = widen(index, understood)
  if (wider === null) return first
  const second = attemptSearch(index, wider, options)
  return second.confidence > first.confidence && second.lacksPhrase === first.lacksPhrase ? second : first
}

function attemptSearch(index: SearchIndex, { query, reading }: Understood, options: SearchOptions): Attempt {
  const paragraphs = Math.max(LEAST_PARAGRAPHS, options.limit)
  const strict = gatherCandidates(index, query, options.within, paragraphs)
  const lacksPhrase = strict.sentences.length === 0 && query.phrases.length > 0
  const gathered = lacksPhrase ? gatherCandidates(index, { ...query, phrases: [] }, options.within, paragraphs) : strict
  const ranked = rank(gathered)
  return { query, reading, gathered, ranked, confidence: confidenceOf(query, gathered, ranked), lacksPhrase }
}

type Ranked = { readonly candidate: CandidateSentence; readonly score: number }

function rank({ sentences, table }: Gathered): Ranked[] {
  const scores = scoreRows(packedRanking(), table, FEATURES)
  const ranked = sentences.map(candidate => ({ candidate, score: scores[candidate.row] ?? 0 }))
  return ranked.sort((a, b) => b.score - a.score || a.candidate.order - b.candidate.order)
}

function confidenceOf(query: Query, gathered: Gathered, ranked: readonly Ranked[]): number {
  const [first] = ranked
  if (first === undefined) return 0
  const scores = ranked.slice(0, 5).map(({ score }) => score)
  const { trees, curve, found } = loadConfidenceModel()
  const row = featuresOf(gathered, first.candidate)
  const confidence = confidenceAt(curve, evaluate(trees, confidenceFeatures(row, { ...gathered, scores })))
  return contradicts(query.type.type, row) ? Math.min(confidence, found * CONTRADICTED) : confidence
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
