/**
 * Sums a model's trees for many rows at once, by QuickScorer (C. Lucchese et al., "QuickScorer: a fast algorithm to rank documents
 * with additive ensembles of regression trees", 2015). No tree is walked: the questions of all trees are asked feature by feature,
 * thresholds in order; each rarer answer crosses out the leaves on its other side, and the first leaf that is left is the tree's.
 */
import type { Tree } from './model.ts'

/** Leaves of a tree at most: a bit each. */
const LEAVES = 32

/** The questions about some features, feature by feature. */
type Questions = {
  readonly features: readonly number[]
  /** By place in `features`, one more: where its questions start in the other lists. */
  readonly starts: Uint32Array
  /** Within a feature ascending, or descending for features that mostly lie high. */
  readonly thresholds: Float64Array
  readonly trees: Uint32Array
  /** The leaves that remain after the rarer answer. */
  readonly masks: Int32Array
}

/** Of features that mostly lie below their thresholds, and of those that mostly lie above. */
type BothQuestions = { readonly low: Questions; readonly high: Questions }

export type QuickScorer = {
  readonly treeCount: number
  /** About features that rows tend to share with the one before. */
  readonly shared: BothQuestions
  readonly own: BothQuestions
  /** By tree and leaf. */
  readonly values: Float64Array
}

/** What is known of features: it decides how fast rows are scored, never what they score. */
export type Habits = {
  /** They are often the same in rows that follow one another: what they cross out is then kept. */
  readonly shared: ReadonlySet<number>
  /** They mostly lie above their thresholds: of each question the right side is put first, so that "no" crosses nothing out. */
  readonly high: ReadonlySet<number>
}

type Node = { readonly feature: number; readonly threshold: number; readonly tree: number; readonly mask: number }

/** Lays trees of at most 32 leaves out for `scoreRows`. Throws a RangeError for a tree with more leaves. */
export function createQuickScorer(trees: readonly Tree[], { shared, high }: Habits): QuickScorer {
  const values = new Float64Array(trees.length * LEAVES)
  const nodes: Node[] = []
  trees.forEach((tree, number) => {
    let leaves = 0
    // Numbers the leaves from first to last; returns the bits of those under the node.
    const visit = (node: number): number => {
      const feature = tree.feature[node] ?? -1
      if (feature < 0) {
        if (leaves === LEAVES) throw new RangeError(`expected a tree of at most ${LEAVES} leaves, got more`)
        values[number * LEAVES + leaves] = tree.value[node] ?? 0
        return 1 << leaves++
      }
      const sides = [tree.left[node] ?? 0, tree.right[node] ?? 0] as const
      const first = visit(sides[high.has(feature) ? 1 : 0])
      nodes.push({ feature, threshold: tree.threshold[node] ?? 0, tree: number, mask: ~first })
      return first | visit(sides[high.has(feature) ? 0 : 1])
    }
    visit(0)
  })
  const both = (some: readonly Node[]): BothQuestions => ({
    low: questionsOf(some.filter(({ feature }) => !high.has(feature)).sort((a, b) => a.threshold - b.threshold)),
    high: questionsOf(some.filter(({ feature }) => high.has(feature)).sort((a, b) => b.threshold - a.threshold)),
  })
  return {
    treeCount: trees.length,
    shared: both(nodes.filter(({ feature }) => shared.has(feature))),
    own: both(nodes.filter(({ feature }) => !shared.has(feature))),
    values,
  }
}

function questionsOf(nodes: readonly Node[]): Questions {
  const sorted = [...nodes].sort((a, b) => a.feature - b.feature) // stable: thresholds stay in order
  const features = [...new Set(sorted.map(({ feature }) => feature))]
  return {
    features,
    starts: Uint32Array.from([
      ...features.map(feature => sorted.findIndex(node => node.feature === feature)),
      sorted.length,
    ]),
    thresholds: Float64Array.from(sorted, ({ threshold }) => threshold),
    trees: Uint32Array.from(sorted, ({ tree }) => tree),
    masks: Int32Array.from(sorted, ({ mask }) => mask),
  }
}

/**
 * For each of the rows that follow one another in `table`, `width` numbers wide, the sum of the trees' leaves: what `evaluate`
 * gives, to the last bit, since the sum is taken in the order of the trees as there.
 */
export function scoreRows(scorer: QuickScorer, table: Float64Array, width: number): Float64Array {
  const { treeCount, shared, own, values } = scorer
  const sums = new Float64Array(table.length / width)
  const kept = new Int32Array(treeCount)
  const left = new Int32Array(treeCount)
  for (let row = 0; row < sums.length; row++) {
    const base = row * width
    if (row === 0 || !isSame(shared, table, base, base - width)) {
      kept.fill(-1)
      crossOut(shared.low, false, table, base, kept)
      crossOut(shared.high, true, table, base, kept)
    }
    left.set(kept)
    crossOut(own.low, false, table, base, left)
    crossOut(own.high, true, table, base, left)
    let sum = 0
    for (let tree = 0; tree < treeCount; tree++) {
      const leaves = left[tree] as number // inside
      sum += values[tree * LEAVES + 31 - Math.clz32(leaves & -leaves)] as number // inside
    }
    sums[row] = sum
  }
  return sums
}

function isSame({ low, high }: BothQuestions, table: Float64Array, base: number, other: number): boolean {
  return hasSame(low.features, table, base, other) && hasSame(high.features, table, base, other)
}

function hasSame(features: readonly number[], table: Float64Array, base: number, other: number): boolean {
  for (let place = 0; place < features.length; place++) {
    const feature = features[place] as number // inside
    if (table[base + feature] !== table[other + feature]) return false
  }
  return true
}

/**
 * Asks the questions of one row, and crosses out in `left`, by tree, the leaves on the left of each "no", or for features that
 * mostly lie high those on the right of each "yes".
 */
function crossOut(questions: Questions, isHigh: boolean, table: Float64Array, base: number, left: Int32Array): void {
  const { features, starts, thresholds, trees, masks } = questions
  for (let place = 0; place < features.length; place++) {
    const value = table[base + (features[place] as number)] as number // inside
    const end = starts[place + 1] as number // inside
    for (let next = starts[place] as number; next < end; next++) {
      if (value <= (thresholds[next] as number) !== isHigh) break // inside
      const tree = trees[next] as number // inside
      left[tree] = (left[tree] as number) & (masks[next] as number) // inside
    }
  }
}
