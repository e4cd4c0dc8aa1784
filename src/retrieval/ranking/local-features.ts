/** What sets a sentence apart from its own article and paragraph, and what it is about with the sentences before it. */

import { answerTypes } from '../query/question-type.ts'
import type { Evidence } from './evidence.ts'
import { F } from './feature-names.ts'
import type { ParagraphEvidence, QuestionEvidence } from './features.ts'

/** Pairs of places: what is compared, and where the difference from the best candidate goes. */
const compared: readonly (readonly [number, number])[] = [
  [F.cues, F.cuesBelowBest],
  [F.localCoverage, F.localCoverageBelowBest],
  [F.distinct, F.distinctBelowBest],
  [F.topicCoverage, F.topicCoverageBelowBest],
  [F.expected, F.expectedBelowBest],
]

/** So many sentences before one may say what it is about. */
const BEFORE = 2

/** Writes the features above for all rows; to be called when `evidence` is complete otherwise. */
export function writeLocalFeatures(
  { weight, type }: QuestionEvidence,
  evidence: Evidence,
  paragraphs: readonly ParagraphEvidence[],
): void {
  for (const paragraph of paragraphs) writeParagraph(weight, evidence, paragraph)
  if (type === answerTypes.age) {
    for (let index = 0; index < evidence.count; index++) evidence.set(index, F.expected, evidence.get(index, F.age))
  }
  for (const [from, into] of compared) {
    let best = Number.NEGATIVE_INFINITY
    for (let index = 0; index < evidence.count; index++) best = Math.max(best, evidence.get(index, from))
    for (let index = 0; index < evidence.count; index++) evidence.set(index, into, best - evidence.get(index, from))
  }
}

function writeParagraph(
  weight: Float64Array,
  evidence: Evidence,
  { from, to, local, context, around }: ParagraphEvidence,
): void {
  const slots = weight.length
  const inParagraph = new Float64Array(slots)
  for (let index = from; index < to; index++) {
    for (let slot = 0; slot < slots; slot++)
      inParagraph[slot] = (inParagraph[slot] ?? 0) + evidence.matchOf(index, slot)
  }
  const total = local.reduce((sum, value) => sum + value, 0)
  for (let index = from; index < to; index++) {
    let covered = 0
    let distinct = 0
    let topic = 0
    for (let slot = 0; slot < slots; slot++) {
      const part = weight[slot] ?? 0
      const match = evidence.matchOf(index, slot)
      covered += (local[slot] ?? 0) * match
      if (match > 0) distinct += (part * match) / (1 + (inParagraph[slot] ?? 0) - match)
      let best = Math.max(match, context[slot] ?? 0)
      for (let before = Math.max(from, index - BEFORE); before < index; before++) {
        best = Math.max(best, evidence.matchOf(before, slot))
      }
      if (index - from < BEFORE) best = Math.max(best, around.before[slot] ?? 0)
      topic += part * best
    }
    evidence.set(index, F.localCoverage, covered / total)
    evidence.set(index, F.distinct, distinct)
    evidence.set(index, F.topicCoverage, topic)
  }
}
