/** From a question to hits: reads it, finds candidates, ranks them, and says how sure it is. */

import { assess } from './assess.ts'
import { type CandidateSentence, featuresOf, type Gathered, gatherCandidates } from './candidates/gather-candidates.ts'
import { at } from './index/numbers.ts'
import type { SearchIndex } from './index/search-index.ts'
import { readAcronym } from './query/acronyms.ts'
import type { Query } from './query/query.ts'
import { type ContextOf, withMarks } from './query/segment-query.ts'
import { type Reading, type Understood, understand } from './query/understand.ts'
import { confidenceAt, isRuledOut } from './ranking/confidence.ts'
import { explain, type ScorePart } from './ranking/explain.ts'
import { FEATURES } from './ranking/feature-names.ts'
import { evaluate, scoreRows } from './ranking/model.ts'
import { loadConfidenceModel, loadRankingModel, packedRanking } from './ranking/models.ts'
import { uncoveredWords } from './ranking/uncovered.ts'
import { byStanding, type Standing } from './standing.ts'

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
  /** What answers nothing by itself; without it every sentence may. */
  readonly standingOf?: (place: Pick<Hit, 'sourceId' | 'paragraph'>) => Standing
}

export type SearchResult = {
  /** Best first; of equal scores those of the likelier paragraph. */
  readonly hits: readonly Hit[]
  /** 0 to 1: how likely the first hit answers the question. */
  readonly confidence: number
  readonly verdict: 'found' | 'nearest' | 'nothing-found'
  readonly reading: Reading
  /** Words of the question, as typed, that the first hit and what stands around it do not account for. */
  readonly uncovered: readonly string[]
  readonly query: Query
  /** With `explain`: for each hit the parts of its score; they add up to it. */
  readonly explanations?: readonly (readonly ScorePart[])[]
}

/** At least this many paragraphs are ranked sentence by sentence, or as many as hits are wanted. */
const LEAST_PARAGRAPHS = 8
/** What cannot be an answer has this share of the confidence that counts as `found`, at most. */
const RULED_OUT = 0.9

/**
 * The sentences that answer `question` best. A phrase in quotation marks must stand in a hit to the letter; when no sentence has
 * it, the nearest sentences are given without it, and it is named among the absent words.
 */
export function search(index: SearchIndex, question: string, options: SearchOptions): SearchResult {
  const attempt = bestAttempt(index, question, options)
  const { gathered, ranked, confidence, lacksPhrase, uncovered, query, reading } = attempt
  const top = ranked.slice(0, options.limit)
  const found = confidence >= loadConfidenceModel().found && !lacksPhrase
  return {
    hits: top.map(toHit),
    confidence,
    verdict: ranked.length === 0 ? 'nothing-found' : found ? 'found' : 'nearest',
    reading: {
      ...reading,
      absent: lacksPhrase ? [...reading.absent, ...query.phraseTexts] : reading.absent,
    },
    uncovered: lacksPhrase ? [...query.phraseTexts, ...outside(query.phraseTexts, uncovered)] : uncovered,
    query,
    ...(options.explain === true ? { explanations: explainAll(gathered, top) } : {}),
  }
}

/** The question as it is typed or, where that is surer, with an acronym spelt out or a name cut to one. */
function bestAttempt(index: SearchIndex, question: string, options: SearchOptions): Attempt {
  const attempt = ({ query, reading }: Understood) =>
    withMarks(query, contextOf => attemptSearch(index, { query, reading }, contextOf, options))
  const typed = attempt(understand(index, question))
  const isPlain = typed.query.languages.includes('en') && typed.query.phrases.length === 0
  const other = isPlain ? readAcronym(index, question) : null
  if (other === null) return typed
  const read = attempt(understand(index, other))
  // What it leaves open is named in the words that were typed.
  const isTyped = read.uncovered.every(word => question.includes(word))
  return isTyped && read.confidence > typed.confidence ? read : typed
}

/** The words that stand in none of the phrases: those are named as a whole. */
function outside(phrases: readonly string[], words: readonly string[]): string[] {
  return words.filter(word => !phrases.some(phrase => phrase.includes(word)))
}

type Attempt = Understood & {
  readonly gathered: Gathered
  readonly ranked: readonly Ranked[]
  readonly confidence: number
  readonly uncovered: readonly string[]
  readonly lacksPhrase: boolean
}

function attemptSearch(
  index: SearchIndex,
  { query, reading }: Understood,
  contextOf: ContextOf,
  { limit, within, standingOf }: SearchOptions,
): Attempt {
  const paragraphs = Math.max(LEAST_PARAGRAPHS, limit)
  const strict = gatherCandidates(index, query, contextOf, within, paragraphs)
  const lacksPhrase = strict.sentences.length === 0 && query.phrases.length > 0
  const gathered = lacksPhrase
    ? gatherCandidates(index, { ...query, phrases: [] }, contextOf, within, paragraphs)
    : strict
  const ranked = standingOf === undefined ? rank(gathered) : byStanding(rank(gathered), toHit, standingOf)
  return { query, reading, gathered, ranked, ...judge(index, query, contextOf, ranked), lacksPhrase }
}

type Ranked = { readonly candidate: CandidateSentence; readonly score: number }

function rank({ sentences, table }: Gathered): Ranked[] {
  const scores = scoreRows(packedRanking(), table, FEATURES)
  const ranked = sentences.map(candidate => ({ candidate, score: scores[candidate.row] ?? 0 }))
  return ranked.sort((a, b) => b.score - a.score || a.candidate.row - b.candidate.row)
}

/** How sure it is of the best hit, and what that leaves open. */
function judge(
  index: SearchIndex,
  query: Query,
  contextOf: ContextOf,
  [first]: readonly Ranked[],
): { readonly confidence: number; readonly uncovered: readonly string[] } {
  if (first === undefined) return { confidence: 0, uncovered: query.words.map(({ word }) => word) }
  const { trees, curve } = loadConfidenceModel()
  const assessment = assess(index, query, contextOf, first.candidate, table =>
    scoreRows(packedRanking(), table, FEATURES),
  )
  const confidence = confidenceAt(curve, evaluate(trees, assessment.row))
  return {
    confidence: isRuledOut(query, assessment) ? ruledOut(confidence) : confidence,
    uncovered: uncoveredWords(query, assessment.account),
  }
}

/** The confidence of a hit that cannot be the answer: too low to be `found`. */
export function ruledOut(confidence: number): number {
  return Math.min(confidence, loadConfidenceModel().found * RULED_OUT)
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
