/** How sure a search is of its first hit: the evidence for it, made for the fitted trees of `confidence-model.json`. */

import type { Gathered } from '../candidates/gather-candidates.ts'
import { isToTheBot } from '../query/discourse.ts'
import type { Query } from '../query/query.ts'
import { answerTypes } from '../query/question-type.ts'
import { F } from './feature-names.ts'
import { ACCOUNTS, type Account, saidOfNames, saysSomething } from './uncovered.ts'

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
  F.next,
  F.reasons,
] as const

/** The row of numbers that the confidence model reads; `scores` are those of the article's sentences, best first. */
export function confidenceFeatures(
  { words }: Query,
  hit: Float64Array,
  account: Account,
  {
    idf,
    absentShare,
    missingShare,
    absentWords,
  }: Pick<Gathered, 'idf' | 'absentShare' | 'missingShare' | 'absentWords'>,
  own: number,
  scores: Float64Array,
): Float64Array {
  const best = scores[0] ?? own
  return Float64Array.from([
    ...ofHit.map(feature => hit[feature] ?? 0),
    own - (scores[1] ?? best - 5),
    own - (scores[4] ?? best - 5),
    Number(account.negationDiffers),
    own,
    absentShare,
    missingShare,
    absentWords,
    ...[account.sentence, account.near, account.article].flatMap(match => openWeights(words, idf, match)),
  ])
}

/** How many of the last numbers of a row say what is left open: more of them only makes an answer less likely. */
const OPEN = 3 + 3 * 5
const OWN_SCORE = ofHit.length + 3

/** By number of the row: 1 when more of it may only speak for an answer, -1 when it may only speak against it. */
export const confidenceDirections: ReadonlyMap<number, 1 | -1> = new Map<number, 1 | -1>([
  [OWN_SCORE, 1],
  ...Array.from({ length: OPEN }, (_, place) => [OWN_SCORE + 1 + place, -1] as const),
])

/** What `match` leaves open, in idf: of names, of numbers, of other words, of the weightiest of these, and the share of all. */
function openWeights(words: Query['words'], idf: Float64Array, match: Float64Array): number[] {
  const open = { name: 0, number: 0, word: 0 }
  let most = 0
  let total = 1e-9
  words.forEach(({ kind, expectation }, slot) => {
    const weight = (idf[slot] ?? 0) * expectation
    const left = weight * (1 - (match[slot] ?? 0))
    open[kind] += left
    total += weight
    most = Math.max(most, left)
  })
  return [open.name, open.number, open.word, most, (open.name + open.number + open.word) / total]
}

/** An answer accounts for at least this share of what the question says of its names. */
const LEAST_SAID = 0.45

/**
 * Whether a hit cannot be an answer, however well its words match: the question has a name or a number that its article lacks, or two
 * that do not stand near, most of what it says of them is not there, it asks for somebody's age where there is none, it says nothing
 * beside its numbers, or it is put to the bot itself.
 */
export function isRuledOut(
  query: Query,
  {
    features,
    account,
    idf,
  }: { readonly features: Float64Array; readonly account: Account; readonly idf: Float64Array },
): boolean {
  if (query.type.type === answerTypes.age && features[F.age] === 0) return true
  if (isToTheBot(query.text) || (query.words.some(({ kind }) => kind === 'number') && !saysSomething(query)))
    return true
  if (saidOfNames(query, account, idf) < LEAST_SAID) return true
  const lacking = (match: Float64Array) =>
    query.words.filter(({ kind }, slot) => kind !== 'word' && (match[slot] ?? 0) < ACCOUNTS).length
  return lacking(account.article) > 0 || lacking(account.near) > 1
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
