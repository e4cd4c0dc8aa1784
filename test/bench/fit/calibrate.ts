/** From the confidence model's sums on held-out articles to probabilities, and to the point from which a search is `found`. */
import { confidenceAt } from '../../../src/retrieval/ranking/confidence.ts'
import type { SituationName } from './situations.ts'

/** One search: what the confidence model reads, whether the first hit was right, and the model's sum on held-out articles. */
export type Judged = {
  readonly situation: SituationName
  readonly source: string
  readonly row: Float64Array
  /** 1 when the first hit answers. */
  readonly right: number
  /** 1 when the searched articles answer. */
  readonly answerable: number
  confidence: number
}

const BUCKETS = 16
/** The share of questions about their own article that are to be answered as found. */
const FOUND_SHARE = 0.963
export const unanswerable: ReadonlySet<SituationName> = new Set(['foreign', 'foreignAlone', 'cutOut'])

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

/** The sum that all but a few questions about their own article reach. */
function foundSum(lessons: readonly Judged[]): number {
  const own = lessons
    .filter(({ situation }) => situation === 'within')
    .map(({ confidence }) => confidence)
    .sort((a, b) => a - b)
  return own[Math.floor(own.length * (1 - FOUND_SHARE))] ?? 0
}

const round = (value: number) => Number(value.toPrecision(4))

/** Prints, for each situation, how many searches are found where 96 % of those about their own article are. */
export function printVerdicts(lessons: readonly Judged[]): void {
  for (const share of [0.96, 0.97, 0.98]) {
    const own = lessons
      .filter(({ situation }) => situation === 'within')
      .map(({ confidence }) => confidence)
      .sort((a, b) => a - b)
    const threshold = own[Math.floor(own.length * (1 - share))] ?? 0
    const names = [...new Set(lessons.map(({ situation }) => situation))]
    const figures = names.map(name => {
      const list = lessons.filter(({ situation }) => situation === name)
      return `${name}${unanswerable.has(name) ? ' (no answer)' : ''} ${((100 * list.filter(({ confidence }) => confidence >= threshold).length) / list.length).toFixed(1)} %`
    })
    console.log(`held out, found: ${figures.join(', ')}`)
  }
}
