/** From the confidence model's sums on held-out articles to probabilities, and to the point from which a search is `found`. */
import { confidenceAt } from '../../../src/retrieval/ranking/confidence.ts'
import type { SituationName } from './situations.ts'

/** One search: what the confidence model reads, whether the first hit was right, and the model's sum on held-out articles. */
export type Judged = {
  readonly situation: SituationName
  readonly source: string
  /** The number of the set. */
  readonly set: number
  readonly row: Float64Array
  /** How much it counts in the fit. */
  readonly weight: number
  /** Whether a rule keeps it from being found, whatever the model says. */
  readonly ruledOut: boolean
  /** 1 when the first hit answers. */
  readonly right: number
  /** 1 when the searched articles answer. */
  readonly answerable: number
  confidence: number
}

const BUCKETS = 16
/** The share of right first hits that are to be answered as found. */
const FOUND_SHARE = 0.7
export const unanswerable: ReadonlySet<SituationName> = new Set(['foreign', 'cutOut', 'openCut', 'swapped'])

/** The calibration curve: equal shares of the searches, each with its mean sum and its share of right first hits, made monotone. */
export function calibrate(lessons: readonly Judged[]): { curve: [number, number][]; found: number } {
  const sorted = [...lessons].sort((a, b) => a.confidence - b.confidence)
  const blocks: { sum: number; right: number; count: number }[] = []
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const part = sorted.slice(
      Math.floor((bucket * sorted.length) / BUCKETS),
      Math.floor(((bucket + 1) * sorted.length) / BUCKETS),
    )
    blocks.push({
      sum: part.reduce((total, { confidence }) => total + confidence, 0),
      right: part.reduce((total, { right }) => total + right, 0),
      count: part.length,
    })
    // Pool adjacent violators (M. Ayer et al., 1955): a share may not fall while the sum rises.
    for (let last = blocks.length - 1; last > 0; last = blocks.length - 1) {
      const [before, after] = [blocks[last - 1], blocks[last]]
      if (before === undefined || after === undefined || before.right / before.count <= after.right / after.count) break
      blocks.splice(last - 1, 2, {
        sum: before.sum + after.sum,
        right: before.right + after.right,
        count: before.count + after.count,
      })
    }
  }
  const curve = blocks.map(({ sum, right, count }): [number, number] => [round(sum / count), round(right / count)])
  return { curve, found: round(confidenceAt(curve, foundSum(lessons))) }
}

/** The sum that this share of the right first hits reach, among the questions that count most. */
function foundSum(lessons: readonly Judged[]): number {
  const most = Math.max(...lessons.map(({ weight }) => weight))
  const right = lessons
    .filter(one => one.weight === most && one.right === 1 && (one.situation === 'open' || one.situation === 'within'))
    .map(({ confidence, ruledOut }) => (ruledOut ? Number.NEGATIVE_INFINITY : confidence))
    .sort((a, b) => a - b)
  return right[Math.floor(right.length * (1 - FOUND_SHARE))] ?? 0
}

const round = (value: number) => Number(value.toPrecision(4))

/** Prints, by set and situation, what is found among right first hits, wrong ones, and where nothing answers, and the area. */
export function printVerdicts(lessons: readonly Judged[], names: readonly string[]): void {
  const { found, curve } = calibrate(lessons)
  const isFound = ({ confidence, ruledOut }: Judged) => !ruledOut && confidenceAt(curve, confidence) >= found
  const share = (list: readonly Judged[]) => (100 * list.filter(isFound).length) / Math.max(1, list.length)
  const keys = [...new Set(lessons.map(({ set, situation }) => `${set} ${situation}`))].sort()
  for (const key of keys) {
    const list = lessons.filter(({ set, situation }) => `${set} ${situation}` === key)
    const right = list.filter(one => one.right === 1)
    const missed = list.filter(one => one.right === 0 && one.answerable === 1)
    const none = list.filter(one => one.answerable === 0)
    const figures = `right ${share(right).toFixed(1)} of ${right.length}, wrong ${share(missed).toFixed(1)} of ${missed.length}, no answer ${share(none).toFixed(1)} of ${none.length}`
    const all = list.filter(isFound)
    const hits = (100 * all.filter(one => one.right === 1).length) / Math.max(1, all.length)
    console.log(
      `  found, ${names[Number(key[0])]}${key.slice(1)}: ${figures}; right among found ${hits.toFixed(1)}; area ${area(list).toFixed(1)}`,
    )
  }
}

/** How often a right hit is surer than a wrong one, in per cent. */
function area(lessons: readonly Judged[]): number {
  const sum = ({ confidence, ruledOut }: Judged) => (ruledOut ? Math.min(confidence, -2) : confidence)
  const right = lessons.filter(one => one.right === 1).map(sum)
  const wrong = lessons.filter(one => one.right === 0).map(sum)
  let wins = 0
  for (const one of right) for (const other of wrong) wins += one > other ? 1 : one === other ? 0.5 : 0
  return (100 * wins) / Math.max(1, right.length * wrong.length)
}
