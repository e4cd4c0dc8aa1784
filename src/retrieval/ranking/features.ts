/** Compares candidate sentences with the question and with what stands around them; what each shows by itself is read in `evidence.ts`. */

import { saturate } from '../index/weighting.ts'
import type { Evidence } from './evidence.ts'
import { F, sharedInParagraph } from './feature-names.ts'
import type { Surroundings } from './surroundings.ts'

/** Pairs of places: what is compared, and where the difference from the best candidate goes. */
const compared: readonly (readonly [number, number])[] = [
  [F.tfidf, F.tfidfBelowBest],
  [F.relatedCoverage, F.relatedCoverageBelowBest],
  [F.weightedCoverage, F.weightedCoverageBelowBest],
  [F.withPrevious, F.withPreviousBelowBest],
  [F.bigrams, F.bigramsBelowBest],
  [F.longestRun, F.longestRunBelowBest],
  [F.candidateScore, F.candidateScoreBelowBest],
  [F.expected, F.expectedBelowBest],
  [F.commonSequence, F.commonSequenceBelowBest],
  [F.predicateCoverage, F.predicateBelowBest],
]

/** What the features need of the question. Arrays are by slot: by distinct content word. */
export type QuestionEvidence = {
  /** Inverse document frequency. */
  readonly idf: Float64Array
  readonly idfTotal: number
  /** idf times how much such a word is expected in an answer, as a share of all. */
  readonly weight: Float64Array
  /** The same over the words that are no names; all 0 when all are. */
  readonly predicate: Float64Array
  readonly predicateWords: number
  readonly type: number
  /** The slot of the noun that names what is asked for, or -1. */
  readonly headSlot: number
  readonly wordCount: number
  /** Of sentences, in tokens. */
  readonly averageLength: number
}

/** A candidate paragraph: the rows `[from, to)` of the evidence, and what they share. */
export type ParagraphEvidence = {
  readonly from: number
  readonly to: number
  /** The score of `candidates.ts`, as a share of the highest that the question allows. */
  readonly candidateScore: number
  /** 0 for the best candidate. */
  readonly rank: number
  /** 0-based number in its source. */
  readonly number: number
  /** By slot: 1 when the source's context has the word. */
  readonly context: Float64Array
  /** By slot: 1 when the source has the word anywhere, context included. */
  readonly source: Float64Array
  /** By slot: what the word weighs by how common it is in this source alone. */
  readonly local: Float64Array
  /** By slot: how well the sentences around the paragraph match; see `surroundings.ts`. */
  readonly around: Surroundings
}

const shared: readonly number[] = [...sharedInParagraph]
const K1 = 0.6
const B = 0.5

/** Completes the rows of `evidence`, which holds what each sentence shows by itself. */
export function completeFeatures(
  question: QuestionEvidence,
  evidence: Evidence,
  paragraphs: readonly ParagraphEvidence[],
): void {
  for (const paragraph of paragraphs) {
    const inParagraph = writeParagraph(question, evidence, paragraph)
    for (let index = paragraph.from; index < paragraph.to; index++) {
      writeSentence(question, evidence, paragraph, inParagraph, index)
      writeWindow(evidence, index)
    }
    for (let index = paragraph.from; index < paragraph.to; index++)
      writeNeighbours(question, evidence, paragraph, index)
  }
  for (const [from, into] of compared) {
    let best = Number.NEGATIVE_INFINITY
    for (let index = 0; index < evidence.count; index++) best = Math.max(best, evidence.get(index, from))
    for (let index = 0; index < evidence.count; index++) evidence.set(index, into, best - evidence.get(index, from))
  }
}

/** Writes what all sentences of a paragraph share; returns, by slot, the best match in it. */
function writeParagraph(question: QuestionEvidence, evidence: Evidence, paragraph: ParagraphEvidence): Float64Array {
  const slots = question.idf.length
  const inParagraph = new Float64Array(slots)
  const frequency = new Float64Array(slots)
  let length = 0
  for (let index = paragraph.from; index < paragraph.to; index++) {
    length += evidence.get(index, F.length)
    for (let slot = 0; slot < slots; slot++) {
      inParagraph[slot] = Math.max(inParagraph[slot] ?? 0, evidence.matchOf(index, slot))
      frequency[slot] = (frequency[slot] ?? 0) + evidence.frequencyOf(index, slot)
    }
  }
  let tfidf = 0
  for (let slot = 0; slot < slots; slot++) {
    tfidf += (question.idf[slot] ?? 0) * saturate(frequency[slot] ?? 0, length, question.averageLength * 4, K1, B)
  }
  const { from } = paragraph
  if (from === paragraph.to) return inParagraph
  evidence.set(from, F.paragraphCoverage, coverage(question.weight, inParagraph))
  evidence.set(from, F.paragraphTfidf, tfidf / (question.idfTotal * (K1 + 1)))
  evidence.set(from, F.sourceCoverage, coverage(question.weight, paragraph.source))
  evidence.set(from, F.contextCoverage, coverage(question.weight, paragraph.context))
  evidence.set(from, F.candidateScore, paragraph.candidateScore)
  evidence.set(from, F.candidateRank, paragraph.rank)
  evidence.set(from, F.paragraphSentences, Math.min(20, paragraph.to - from))
  evidence.set(from, F.paragraphNumber, Math.min(50, paragraph.number))
  evidence.set(from, F.type, question.type)
  evidence.set(from, F.predicateWords, question.predicateWords)
  evidence.set(from, F.slots, slots)
  evidence.set(from, F.words, question.wordCount)
  evidence.set(from, F.headWeight, question.weight[question.headSlot] ?? 0)
  evidence.set(from, F.idfMean, question.idfTotal / slots)
  for (let index = from + 1; index < paragraph.to; index++) {
    for (const feature of shared) evidence.set(index, feature, evidence.get(from, feature))
  }
  return inParagraph
}

/** Writes how a sentence matches the question. */
function writeSentence(
  question: QuestionEvidence,
  evidence: Evidence,
  paragraph: ParagraphEvidence,
  inParagraph: Float64Array,
  index: number,
): void {
  const { idf, idfTotal, predicateWords, headSlot, type } = question
  for (let slot = 0; slot < idf.length; slot++) {
    if (evidence.frequencyOf(index, slot) > 0) addMatched(question, evidence, index, slot)
    else addMissed(question, evidence, index, slot, inParagraph[slot] ?? 0, paragraph.context[slot] ?? 0)
  }
  const matchedIdf = evidence.get(index, F.coverage)
  evidence.set(index, F.tfidf, evidence.get(index, F.tfidf) / (idfTotal * (K1 + 1)))
  evidence.set(index, F.coverage, matchedIdf / idfTotal)
  evidence.set(index, F.precision, matchedIdf / (1 + evidence.get(index, F.contentLength) * 6))
  if (predicateWords === 0) evidence.set(index, F.predicateCoverage, 1)
  evidence.set(index, F.headMatched, headSlot < 0 ? -1 : evidence.matchOf(index, headSlot))
  evidence.set(index, F.expected, expected(type, evidence, index))
  evidence.set(index, F.firstMatched, evidence.matchOf(index, 0))
  evidence.set(index, F.lastMatched, evidence.matchOf(index, idf.length - 1))
}

/** Adds a word of the question that the sentence has. */
function addMatched(question: QuestionEvidence, evidence: Evidence, index: number, slot: number): void {
  const { weight, averageLength } = question
  const idf = question.idf[slot] ?? 0
  const part = weight[slot] ?? 0
  const frequency = evidence.frequencyOf(index, slot)
  evidence.increase(index, F.tfidf, idf * saturate(frequency, evidence.get(index, F.length), averageLength, K1, B))
  evidence.increase(index, F.coverage, idf)
  evidence.increase(index, F.weightedCoverage, part)
  evidence.increase(index, F.relatedCoverage, part)
  evidence.increase(index, F.predicateCoverage, question.predicate[slot] ?? 0)
  evidence.increase(index, F.matchedSlots, 1)
  evidence.lift(index, F.matchedTop, part)
  if (evidence.isBigram(index, slot)) evidence.increase(index, F.bigrams, part + (weight[slot - 1] ?? 0))
}

/** Adds a word that it lacks, but may have a related one for, and that its paragraph or its context may have. */
function addMissed(
  { weight, predicate }: QuestionEvidence,
  evidence: Evidence,
  index: number,
  slot: number,
  inParagraph: number,
  inContext: number,
): void {
  const part = weight[slot] ?? 0
  const match = evidence.matchOf(index, slot)
  evidence.increase(index, F.relatedCoverage, part * match)
  evidence.increase(index, F.predicateCoverage, (predicate[slot] ?? 0) * match)
  evidence.lift(index, F.missedTop, part * (1 - match))
  evidence.increase(index, F.missedInParagraph, part * Math.max(0, inParagraph - match))
  evidence.increase(index, F.missedInContext, part * Math.max(0, inContext - match))
}

/** 1 when the sentence holds what the question's type calls for; 0.5 when the type calls for nothing that can be told. */
function expected(type: number, evidence: Evidence, index: number): number {
  switch (type) {
    case 1:
      return Math.min(1, evidence.get(index, F.names) / 2)
    case 2:
      if (evidence.get(index, F.years) > 0) return 1
      return evidence.get(index, F.calendar) > 0 ? 0.8 : evidence.get(index, F.numbers) > 0 ? 0.3 : 0
    case 3:
      return evidence.get(index, F.places) > 0 ? 1 : Math.min(0.6, evidence.get(index, F.names) / 3)
    case 4:
      if (evidence.get(index, F.numbers) > 0) return 1
      return evidence.get(index, F.numberWords) > 0 ? 0.8 : evidence.get(index, F.years) > 0 ? 0.2 : 0
    case 5:
      return evidence.get(index, F.reasons) > 0 ? 1 : 0
    default:
      return 0.5
  }
}

/** How close together the matched words stand, and what share of them keeps the question's order. */
function writeWindow(evidence: Evidence, index: number): void {
  let first = Number.POSITIVE_INFINITY
  let last = -1
  let matched = 0
  let ordered = 0
  let before = -1
  for (let slot = 0; slot < evidence.slotCount; slot++) {
    const place = evidence.positionOf(index, slot)
    if (place < 0) continue
    matched++
    first = Math.min(first, place)
    last = Math.max(last, place)
    if (before >= 0 && place > before) ordered++
    before = place
  }
  evidence.set(index, F.window, matched < 2 ? 0 : matched / (last - first + 1))
  evidence.set(index, F.inOrder, matched < 2 ? 0 : ordered / (matched - 1))
}

function writeNeighbours(
  { weight }: QuestionEvidence,
  evidence: Evidence,
  { from, to, around }: ParagraphEvidence,
  index: number,
): void {
  const before = neighbour(evidence, index, -1, from, to) ?? (index === from ? around.last : none)
  const after = neighbour(evidence, index, 1, from, to) ?? (index === to - 1 ? around.next : none)
  const previous = coverage(weight, before)
  evidence.set(index, F.previous, previous)
  evidence.set(index, F.next, coverage(weight, after))
  evidence.set(index, F.withPrevious, unionCoverage(weight, evidence, index, before))
  evidence.set(index, F.withNext, unionCoverage(weight, evidence, index, after))
  evidence.set(index, F.pronounPrevious, evidence.get(index, F.pronoun) * previous)
  evidence.set(index, F.place, Math.min(20, index - from))
  evidence.set(index, F.fromEnd, Math.min(20, to - 1 - index))
}

const none = new Float64Array()

/** By slot, how the sentence next to a row matches, when it stands in the same paragraph. */
function neighbour(evidence: Evidence, index: number, step: number, from: number, to: number): Float64Array | null {
  const other = index + step
  if (other < from || other >= to || evidence.documentOf(other) !== evidence.documentOf(index) + step) return null
  return evidence.matchesOf(other)
}

function coverage(weight: Float64Array, match: Float64Array): number {
  let covered = 0
  for (let slot = 0; slot < weight.length; slot++) covered += (weight[slot] ?? 0) * (match[slot] ?? 0)
  return covered
}

function unionCoverage(weight: Float64Array, evidence: Evidence, index: number, other: Float64Array): number {
  let covered = 0
  for (let slot = 0; slot < weight.length; slot++) {
    covered += (weight[slot] ?? 0) * Math.max(evidence.matchOf(index, slot), other[slot] ?? 0)
  }
  return covered
}
