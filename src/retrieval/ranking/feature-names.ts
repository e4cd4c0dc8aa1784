/** The features by which candidate sentences are ranked: their names and their places in a row of numbers. */

/** Each feature's place in a row. What they mean is said where they are written: `evidence.ts` and `features.ts`. */
export const F = Object.freeze({
  // The sentence itself; see `evidence.ts`.
  length: 0,
  numbers: 1,
  numberWords: 2,
  years: 3,
  calendar: 4,
  names: 5,
  reasons: 6,
  places: 7,
  measures: 8,
  nearestNumber: 9,
  nearestDate: 10,
  nearestName: 11,
  longestRun: 12,
  pronoun: 13,
  contentLength: 14,
  // The sentence against the question.
  tfidf: 15,
  coverage: 16,
  relatedCoverage: 17,
  weightedCoverage: 18,
  missedTop: 19,
  matchedTop: 20,
  missedInParagraph: 21,
  missedInContext: 22,
  bigrams: 23,
  window: 24,
  inOrder: 25,
  precision: 26,
  headMatched: 27,
  expected: 28,
  matchedSlots: 29,
  lastMatched: 30,
  firstMatched: 31,
  // Its neighbours, paragraph and source.
  previous: 32,
  next: 33,
  withPrevious: 34,
  withNext: 35,
  pronounPrevious: 36,
  place: 37,
  fromEnd: 38,
  paragraphSentences: 39,
  paragraphNumber: 40,
  paragraphCoverage: 41,
  paragraphTfidf: 42,
  candidateScore: 43,
  candidateRank: 44,
  sourceCoverage: 45,
  contextCoverage: 46,
  // The question.
  type: 47,
  slots: 48,
  words: 49,
  headWeight: 50,
  idfMean: 51,
  // How far below the best of all candidates.
  tfidfBelowBest: 52,
  relatedCoverageBelowBest: 53,
  weightedCoverageBelowBest: 54,
  withPreviousBelowBest: 55,
  bigramsBelowBest: 56,
  longestRunBelowBest: 57,
  candidateScoreBelowBest: 58,
  expectedBelowBest: 59,
  // In which order the question's words stand, and how much of it is there apart from names.
  commonSequence: 60,
  commonSequenceBelowBest: 61,
  predicateCoverage: 62,
  predicateBelowBest: 63,
  predicateWords: 64,
  // What the form of the question makes likely, and where the sentence takes it up; see `answer-cues.ts`.
  cues: 65,
  cuesBelowBest: 66,
  cueMost: 67,
  copula: 68,
  firstPosition: 69,
  age: 76,
  // What sets the sentence apart from its article and paragraph; see `local-features.ts`.
  localCoverage: 70,
  localCoverageBelowBest: 71,
  distinct: 72,
  distinctBelowBest: 73,
  topicCoverage: 74,
  topicCoverageBelowBest: 75,
})

export type FeatureName = keyof typeof F
/** The features' names by their place. */
export const featureNames = Object.keys(F).sort(
  (a, b) => F[a as FeatureName] - F[b as FeatureName],
) as readonly FeatureName[] // its own keys

export const FEATURES = featureNames.length

/** Features of the question and of the paragraph: the same in all sentences of a paragraph. */
export const sharedInParagraph: ReadonlySet<number> = new Set([
  F.paragraphSentences,
  F.paragraphNumber,
  F.paragraphCoverage,
  F.paragraphTfidf,
  F.candidateScore,
  F.candidateScoreBelowBest,
  F.candidateRank,
  F.sourceCoverage,
  F.contextCoverage,
  F.type,
  F.slots,
  F.words,
  F.headWeight,
  F.idfMean,
  F.predicateWords,
])
