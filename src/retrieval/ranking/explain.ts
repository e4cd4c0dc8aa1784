/** Lays a ranking score out in parts that people can read; they add up to it. */
import { F } from './feature-names.ts'
import { contributions, type Tree } from './model.ts'

export type ScorePart = { readonly part: string; readonly value: number }

const parts = new Map<string, readonly number[]>([
  [
    'words of the question',
    [
      F.tfidf,
      F.coverage,
      F.weightedCoverage,
      F.matchedSlots,
      F.matchedTop,
      F.firstMatched,
      F.lastMatched,
      F.localCoverage,
      F.distinct,
    ],
  ],
  [
    'against the best sentence',
    [
      F.tfidfBelowBest,
      F.relatedCoverageBelowBest,
      F.weightedCoverageBelowBest,
      F.localCoverageBelowBest,
      F.distinctBelowBest,
    ],
  ],
  ['related words', [F.relatedCoverage]],
  ['words that are no names', [F.predicateCoverage, F.predicateBelowBest, F.predicateWords]],
  ['missing words', [F.missedTop, F.missedInParagraph, F.missedInContext]],
  [
    'word order and nearness',
    [
      F.bigrams,
      F.bigramsBelowBest,
      F.longestRun,
      F.longestRunBelowBest,
      F.window,
      F.inOrder,
      F.commonSequence,
      F.commonSequenceBelowBest,
    ],
  ],
  [
    'kind of answer',
    [
      F.type,
      F.expected,
      F.expectedBelowBest,
      F.numbers,
      F.numberWords,
      F.years,
      F.calendar,
      F.names,
      F.reasons,
      F.places,
      F.measures,
      F.nearestNumber,
      F.nearestDate,
      F.nearestName,
      F.headMatched,
      F.headWeight,
      F.cues,
      F.cuesBelowBest,
      F.cueMost,
      F.copula,
      F.age,
    ],
  ],
  [
    'neighbouring sentences',
    [
      F.previous,
      F.next,
      F.withPrevious,
      F.withPreviousBelowBest,
      F.withNext,
      F.pronoun,
      F.pronounPrevious,
      F.topicCoverage,
      F.topicCoverageBelowBest,
    ],
  ],
  ['paragraph', [F.paragraphCoverage, F.paragraphTfidf, F.candidateScore, F.candidateScoreBelowBest, F.candidateRank]],
  ['article and headline', [F.sourceCoverage, F.contextCoverage]],
  [
    'place and length',
    [
      F.place,
      F.fromEnd,
      F.paragraphSentences,
      F.paragraphNumber,
      F.length,
      F.contentLength,
      F.precision,
      F.firstPosition,
    ],
  ],
])

/** The parts of the score that `trees` give a row of features, most telling first; the last is where every sentence starts. */
export function explain(trees: readonly Tree[], row: Float64Array): ScorePart[] {
  const byFeature = contributions(trees, row)
  const take = (feature: number) => {
    const value = byFeature.get(feature) ?? 0
    byFeature.delete(feature)
    return value
  }
  const start = { part: 'start', value: take(-1) }
  const named = [...parts].map(([part, features]) => ({
    part,
    value: features.reduce((sum, feature) => sum + take(feature), 0),
  }))
  const rest = { part: 'length of the question', value: [...byFeature.values()].reduce((sum, value) => sum + value, 0) }
  const telling = [...named, rest].filter(({ value }) => value !== 0)
  return [...telling.sort((a, b) => Math.abs(b.value) - Math.abs(a.value)), start]
}
