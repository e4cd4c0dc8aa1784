/** From a query to candidate sentences and their features; what the features are worth is left to `model.ts`. */

import { documentFrequency } from '../index/frequency.ts'
import { at } from '../index/numbers.ts'
import type { SearchIndex, SegmentView } from '../index/search-index.ts'
import { firstPosting, frequencyBetween, type Segment, sentencesOf } from '../index/segment.ts'
import { inverseDocumentFrequency } from '../index/weighting.ts'
import { commonness } from '../query/lexicon.ts'
import type { Query } from '../query/query.ts'
import type { QueryTerm } from '../query/query-term.ts'
import { filterOf, phraseSentences, rangesOf } from '../query/scope.ts'
import { type ContextOf, sourceEvidence } from '../query/segment-query.ts'
import { readCues } from '../ranking/answer-cues.ts'
import { Evidence } from '../ranking/evidence.ts'
import { FEATURES } from '../ranking/feature-names.ts'
import { completeFeatures, type ParagraphEvidence, type QuestionEvidence } from '../ranking/features.ts'
import { writeLocalFeatures } from '../ranking/local-features.ts'
import { neighbours, surroundingsOf } from '../ranking/surroundings.ts'
import { findCandidates, type WeightedTerm } from './candidates.ts'
import { type Candidate, TopCandidates } from './top-candidates.ts'

export type CandidateSentence = {
  readonly view: SegmentView
  readonly document: number
  /** Its row in the table of features. */
  readonly row: number
}

/** The features of a candidate, as a view. */
export function featuresOf({ table }: Gathered, { row }: CandidateSentence): Float64Array {
  return table.subarray(row * FEATURES, (row + 1) * FEATURES)
}

export type Gathered = {
  /** Of the best paragraphs, paragraph by paragraph, best first. */
  readonly sentences: readonly CandidateSentence[]
  /** The features of all candidates, row after row (`features.ts`). */
  readonly table: Float64Array
  /** By word of the question: its inverse document frequency. */
  readonly idf: Float64Array
  /** The share of the question's weight on words that no candidate's source has. */
  readonly absentShare: number
  /** The same for words of which no candidate has a related term either. */
  readonly missingShare: number
  /** How many of the question's words that is. */
  readonly absentWords: number
}

/** At most this many paragraphs are read sentence by sentence, or as many as the caller asks for. */
const MOST_PARAGRAPHS = 30
/** Paragraphs that score less than this share of the best are not: of 1,500 questions one was answered there. */
const WORTHWHILE = 0.42

/** The sentences of the best paragraphs, of at least `least` where there are that many, with their features. */
export function gatherCandidates(
  index: SearchIndex,
  query: Query,
  contextOf: ContextOf,
  within: ReadonlySet<string> | undefined,
  least: number,
  /** A source by whose sentences alone words are weighed, as if no other stood beside it; null weighs by the whole index. */
  alone: AloneSource | null = null,
): Gathered {
  const question = questionEvidence(query, alone === null ? statisticsOf(index) : statisticsOfSource(alone))
  const top = new TopCandidates(alone === null ? Math.max(MOST_PARAGRAPHS, least) : least, WORTHWHILE, least)
  const terms = new Map(index.views.map(view => [view, weightedTerms(view.segment, query, question)]))
  const phrased: PhraseSentences = new Map(index.views.map(view => [view, phraseSentences(view, query)]))
  for (const view of index.views) {
    findCandidates(
      view,
      terms.get(view) ?? [],
      rangesOf(view, phrased.get(view) ?? null, within),
      question.averageLength * 4,
      top,
    )
  }
  const candidates = (alone === null ? withNeighbours(top.list()) : withHit(top.list(), alone)).map(candidate => {
    return { ...candidate, documents: documentsOf(candidate, terms.get(candidate.view) ?? []) }
  })
  const { evidence, paragraphs } = readCandidates(query, contextOf, question, candidates)
  completeFeatures(question, evidence, paragraphs)
  writeLocalFeatures(question, evidence, paragraphs)
  return {
    table: evidence.table(),
    sentences: admitted(query, phrased, candidates),
    idf: question.idf,
    ...lacking(question, evidence, paragraphs),
  }
}

/** By view: the sentences that hold the query's phrases; null when it has none. */
type PhraseSentences = ReadonlyMap<SegmentView, ReadonlySet<number> | null>

/** The neighbours of this many of the best paragraphs are read, too: they may answer in words that are not the question's. */
const WITH_NEIGHBOURS = 4

function withNeighbours(best: readonly Candidate[]): readonly Candidate[] {
  const known = new Map<SegmentView, Set<number>>()
  for (const { view, paragraph } of best) known.set(view, (known.get(view) ?? new Set()).add(paragraph))
  const others = best.slice(0, WITH_NEIGHBOURS).flatMap(({ view, paragraph }) =>
    neighbours(view.segment, paragraph)
      .filter(other => !known.get(view)?.has(other))
      .map(other => {
        known.get(view)?.add(other)
        return { view, paragraph: other, score: 0 }
      }),
  )
  return [...best, ...others]
}

function withHit(best: readonly Candidate[], { view, paragraph }: AloneSource): readonly Candidate[] {
  return best.some(one => one.paragraph === paragraph) ? best : [...best, { view, paragraph, score: 0 }]
}

/** A candidate paragraph with those of its sentences that are looked at. */
type OpenedCandidate = Candidate & { readonly documents: readonly number[] }

/** Reads the sentences of the candidates into a table, in their order. */
function readCandidates(
  query: Query,
  contextOf: ContextOf,
  { idfTotal }: QuestionEvidence,
  candidates: readonly OpenedCandidate[],
) {
  const count = candidates.reduce((sum, { documents }) => sum + documents.length, 0)
  const evidence = new Evidence(count, query.words.length)
  const highest = Math.max(1e-9, idfTotal * 1.9)
  const read = ({ view, paragraph, score, documents }: OpenedCandidate, rank: number): ParagraphEvidence => {
    const context = contextOf(view.segment)
    const from = evidence.count
    for (const document of documents) {
      evidence.add(context.segmentQuery, document)
      readCues(context.cueReader, context.segmentQuery.slotOfTerm, evidence, evidence.count - 1, document)
    }
    const source = at(view.segment.sourceOfParagraph, paragraph)
    const number = paragraph - at(view.segment.sourceStart, source)
    const shared = sourceEvidence(context, source)
    const around = surroundingsOf(context.segmentQuery, paragraph, query.words.length)
    return { from, to: evidence.count, candidateScore: score / highest, rank, number, around, ...shared }
  }
  return { evidence, paragraphs: candidates.map(read) }
}

/** The rows that hold the query's phrases and none of its excluded words. */
function admitted(query: Query, phrased: PhraseSentences, candidates: readonly OpenedCandidate[]): CandidateSentence[] {
  const isPlain = query.phrases.length === 0 && query.excluded.length === 0
  const filtered = new Set(isPlain ? [] : candidates.map(({ view }) => view))
  const filters = new Map([...filtered].map(view => [view, filterOf(view.segment, query, phrased.get(view) ?? null)]))
  const sentences: CandidateSentence[] = []
  let row = 0
  for (const { view, documents } of candidates) {
    const isAdmitted = filters.get(view)
    for (const document of documents) {
      if (isAdmitted === undefined || isAdmitted(document)) sentences.push({ view, document, row })
      row++
    }
  }
  return sentences
}

function lacking(
  { weight }: QuestionEvidence,
  evidence: Evidence,
  paragraphs: readonly ParagraphEvidence[],
): Pick<Gathered, 'absentShare' | 'missingShare' | 'absentWords'> {
  let absentWords = 0
  let absentShare = 0
  let missingShare = 0
  weight.forEach((part, slot) => {
    if (paragraphs.some(({ source }) => source[slot] === 1)) return
    absentWords++
    absentShare += part
    for (let index = 0; index < evidence.count; index++) if (evidence.matchOf(index, slot) > 0) return
    missingShare += part
  })
  return { absentShare, missingShare, absentWords }
}

// Of a longer paragraph only sentences with words of the question, and the ones after them, are looked at.
const LONG_PARAGRAPH = 40

/** The sentences of a paragraph that are looked at, ascending. */
function documentsOf({ view: { segment }, paragraph }: Candidate, terms: readonly WeightedTerm[]): number[] {
  const first = at(segment.paragraphStart, paragraph)
  const end = at(segment.paragraphStart, paragraph + 1)
  if (end - first <= LONG_PARAGRAPH) {
    const all: number[] = []
    for (let document = first; document < end; document++) all.push(document)
    return all
  }
  const weights = new Map<number, number>()
  for (const { id, weight } of terms) {
    for (let place = firstPosting(segment, id, first); place < at(segment.postingsStart, id + 1); place++) {
      const document = at(segment.postings, place)
      if (document >= end) break
      weights.set(document, (weights.get(document) ?? 0) + weight)
    }
  }
  const best = [...weights].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, LONG_PARAGRAPH / 2)
  const documents = new Set(best.flatMap(([document]) => (document + 1 < end ? [document, document + 1] : [document])))
  return [...documents].sort((a, b) => a - b)
}

/** A source by its number in a view. */
export type AloneSource = {
  readonly view: SegmentView
  readonly source: number
  /** The paragraph that is to be among the candidates in any case. */
  readonly paragraph: number
}

/** What words are weighed by. */
type Statistics = {
  readonly sentences: number
  readonly averageLength: number
  readonly frequency: (term: string) => number
}

function statisticsOf(index: SearchIndex): Statistics {
  return {
    sentences: index.sentenceCount,
    averageLength: index.tokenCount / Math.max(1, index.sentenceCount),
    frequency: term => documentFrequency(index, term),
  }
}

function statisticsOfSource({ view: { segment }, source }: AloneSource): Statistics {
  const [first, end] = sentencesOf(segment, source)
  const tokens = at(segment.tokensStart, end) - at(segment.tokensStart, first)
  return {
    sentences: end - first,
    averageLength: tokens / Math.max(1, end - first),
    frequency: term => {
      const id = segment.termIds.get(term)
      return id === undefined ? 0 : frequencyBetween(segment, id, first, end)
    },
  }
}

function questionEvidence(query: Query, statistics: Statistics): QuestionEvidence {
  const idf = Float64Array.from(query.words, ({ terms }) => wordIdf(statistics, terms))
  const idfTotal = idf.reduce((sum, value) => sum + value, 0)
  const raw = idf.map((value, slot) => value * (query.words[slot]?.expectation ?? 1))
  const rawTotal = raw.reduce((sum, value) => sum + value, 0)
  const isPredicate = query.words.map(({ isName }) => !isName)
  const predicateTotal = raw.reduce((sum, value, slot) => (isPredicate[slot] ? sum + value : sum), 0)
  return {
    predicate: raw.map((value, slot) => (isPredicate[slot] ? value / predicateTotal : 0)),
    predicateWords: isPredicate.filter(Boolean).length,
    idf,
    idfTotal,
    weight: raw.map(value => value / rawTotal),
    type: query.type.type,
    headSlot: query.headSlot,
    wordCount: query.sequence.length,
    averageLength: statistics.averageLength,
  }
}

// An article or two say little about how common a word is: as many sentences of English at large are counted with them.
const BACKGROUND_SENTENCES = 3000

/** The idf of a word over the index and, against small numbers, over a background of general English (`lexicon.ts`). */
function wordIdf({ sentences, frequency }: Statistics, terms: readonly QueryTerm[]): number {
  const frequencies = terms.map(({ term }) => frequency(term) + BACKGROUND_SENTENCES * commonness(term))
  return inverseDocumentFrequency(sentences + BACKGROUND_SENTENCES, Math.max(0, ...frequencies))
}

// Of a very long question the rarest words find the paragraphs; all of them rank the sentences.
const MOST_TERMS = 16

function weightedTerms(segment: Segment, query: Query, { idf }: QuestionEvidence): WeightedTerm[] {
  const all = query.words.flatMap(({ terms, added }, slot) =>
    [...terms, ...added].flatMap(({ term, weight }) => {
      const id = segment.termIds.get(term)
      return id === undefined ? [] : [{ id, weight: weight * (idf[slot] ?? 0) }]
    }),
  )
  return all.length <= MOST_TERMS ? all : all.sort((a, b) => b.weight - a.weight).slice(0, MOST_TERMS)
}
