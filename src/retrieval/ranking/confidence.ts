/** How sure a search is of its first hit: the evidence for it, made for the fitted trees of `confidence-model.json`. */

import { answerTypes } from '../query/question-type.ts'
import { F } from './feature-names.ts'

/** Of the first hit's features those that say how well it fits, and none that say how the article is laid out. */
const ofHit = [
  F.tfidf,
  F.coverage,
  F.relatedCoverage,
  F.weightedCoverage,
  F.missedTop,
  F.matchedTop,
  F.bigrams,
  F.longestRun,
  F.window,
  F.expected,
  F.headMatched,
  F.withPrevious,
  F.paragraphCoverage,
  F.paragraphTfidf,
  F.candidateScore,
  F.sourceCoverage,
  F.contextCoverage,
  F.slots,
  F.type,
  F.idfMean,
  F.commonSequence,
  F.predicateCoverage,
  F.predicateWords,
  F.localCoverage,
  F.topicCoverage,
  F.distinct,
  F.cues,
  F.cueMost,
  F.firstPosition,
  F.copula,
  F.names,
  F.numbers,
  F.years,
  F.numberWords,
  F.nearestNumber,
  F.nearestDate,
  F.nearestName,
  F.missedInParagraph,
  F.missedInContext,
  F.contentLength,
  F.length,
  F.words,
  F.headWeight,
] as const

/** What the whole search adds to that. */
export type SearchEvidence = {
  /** The ranking scores, best first. */
  readonly scores: readonly number[]
  /** The share of the question's weight that lies on words which no searched source has. */
  readonly absentShare: number
  /** The same for words that no searched source has, nor a related term. */
  readonly missingShare: number
  /** How many words of the question no searched source has. */
  readonly absentWords: number
  /** How many sentences were searched. */
  readonly sentencesSearched: number
}

/** The row of numbers that the confidence model reads. */
export function confidenceFeatures(
  first: Float64Array,
  { scores, absentShare, missingShare, absentWords, sentencesSearched }: SearchEvidence,
): Float64Array {
  const [best = 0, second = best - 5] = scores
  const fifth = scores[4] ?? best - 5
  return Float64Array.from([
    ...ofHit.map(feature => first[feature] ?? 0),
    best,
    best - second,
    best - fifth,
    absentShare,
    missingShare,
    absentWords,
    Math.log10(1 + sentencesSearched),
  ])
}

/** Whether a sentence cannot be an answer, however well its words match: a question of somebody's age, and no age. */
export function contradicts(type: number, row: Float64Array): boolean {
  return type === answerTypes.age && row[F.age] === 0
}

/** The calibration curve at a sum of trees, straight between its points: how likely the first hit is right. */
export function confidenceAt(curve: readonly (readonly [number, number])[], sum: number): number {
  const place = curve.findIndex(([at]) => at >= sum)
  const above = curve[place < 0 ? curve.length - 1 : place]
  const below = curve[place - 1]
  if (above === undefined || place < 0) return above?.[1] ?? 0
  if (below === undefined || above[0] === below[0]) return above[1]
  return below[1] + ((above[1] - below[1]) * (sum - below[0])) / (above[0] - below[0])
}
