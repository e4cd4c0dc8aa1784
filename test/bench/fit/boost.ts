/** Gradient-boosted regression trees over binned features, for any loss that can give gradients; the losses are in `losses.ts`. */
import type { Tree } from '../../../src/retrieval/ranking/model.ts'

export type BoostOptions = {
  readonly trees: number
  readonly leaves: number
  readonly learningRate: number
  readonly leastRowsInLeaf: number
  /** L2 penalty on leaf values. */
  readonly ridge: number
  /** Share of the features that each tree may use. */
  readonly featureShare: number
  readonly seed: number
  /** By feature: 1 when more of it may only raise the score, -1 when it may only lower it; others are free. */
  readonly monotone?: ReadonlyMap<number, 1 | -1>
  readonly onTree?: (tree: number, scores: Float64Array) => void
}

/** Fills `gradient` and `hessian` (by row) at the present scores. */
export type Loss = (scores: Float64Array, gradient: Float64Array, hessian: Float64Array) => void

const BINS = 64

type Column = { readonly bins: Uint8Array; readonly edges: readonly number[] }
type Leaf = {
  rows: Uint32Array
  histogram: Float64Array
  gradient: number
  hessian: number
  node: number
  best: Split | null
}
type Split = { readonly gain: number; readonly feature: number; readonly bin: number }
type MutableTree = { feature: number[]; threshold: number[]; left: number[]; right: number[]; value: number[] }

/** Fits trees to the loss. `rows` are feature rows of equal length. */
export function boost(rows: readonly Float64Array[], loss: Loss, options: BoostOptions): Tree[] {
  const columns = binColumns(rows)
  const scores = new Float64Array(rows.length)
  const gradient = new Float64Array(rows.length)
  const hessian = new Float64Array(rows.length)
  const random = generator(options.seed)
  const trees: Tree[] = []
  for (let number = 0; number < options.trees; number++) {
    loss(scores, gradient, hessian)
    const features = columns.map((_, feature) => feature).filter(() => random() < options.featureShare)
    trees.push(growTree(columns, features, gradient, hessian, scores, options))
    options.onTree?.(number + 1, scores)
  }
  return trees
}

/** A small seeded generator (mulberry32), uniform in [0, 1). */
export function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function binColumns(rows: readonly Float64Array[]): Column[] {
  const step = Math.max(1, Math.floor(rows.length / 20_000))
  const sample = rows.filter((_, index) => index % step === 0)
  return Array.from({ length: rows[0]?.length ?? 0 }, (_, feature) => {
    const values = [...new Set(sample.map(row => row[feature] ?? 0))].sort((a, b) => a - b)
    const all = sample.map(row => row[feature] ?? 0).sort((a, b) => a - b)
    const wanted =
      values.length <= BINS
        ? values
        : Array.from({ length: BINS }, (_, bin) => all[Math.floor((bin * all.length) / BINS)] ?? 0)
    const distinct = [...new Set(wanted)]
    const edges = distinct
      .slice(0, -1)
      .map((value, i) => Number(((value + (distinct[i + 1] ?? value)) / 2).toPrecision(4)))
    return { edges, bins: Uint8Array.from(rows, row => binOf(edges, row[feature] ?? 0)) }
  })
}

/** How many edges lie below `value`: rows with `value <= edges[bin]` go left of a split at `bin`. */
function binOf(edges: readonly number[], value: number): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((edges[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

function growTree(
  columns: readonly Column[],
  features: readonly number[],
  gradient: Float64Array,
  hessian: Float64Array,
  scores: Float64Array,
  options: BoostOptions,
): Tree {
  const tree: MutableTree = { feature: [-1], threshold: [0], left: [0], right: [0], value: [0] }
  const makeLeaf = (rows: Uint32Array, histogram: Float64Array, node: number): Leaf => {
    let g = 0
    let h = 0
    for (const row of rows) {
      g += gradient[row] ?? 0
      h += hessian[row] ?? 0
    }
    tree.value[node] = (g / (h + options.ridge)) * options.learningRate
    const leaf: Leaf = { rows, histogram, gradient: g, hessian: h, node, best: null }
    leaf.best = bestSplit(leaf, columns, features, options)
    return leaf
  }
  const all = Uint32Array.from(scores, (_, row) => row)
  const leaves = [makeLeaf(all, histogramOf(columns, features, all, gradient, hessian), 0)]
  while (leaves.length < options.leaves) {
    const leaf = leaves.reduce((best, other) => ((other.best?.gain ?? 0) > (best.best?.gain ?? 0) ? other : best))
    if (leaf.best === null) break
    leaves.splice(
      leaves.indexOf(leaf),
      1,
      ...splitLeaf(leaf, leaf.best, tree, columns, features, gradient, hessian, makeLeaf),
    )
  }
  for (const { rows, node } of leaves)
    for (const row of rows) scores[row] = (scores[row] ?? 0) + (tree.value[node] ?? 0)
  return tree
}

function splitLeaf(
  leaf: Leaf,
  split: Split,
  tree: MutableTree,
  columns: readonly Column[],
  features: readonly number[],
  gradient: Float64Array,
  hessian: Float64Array,
  makeLeaf: (rows: Uint32Array, histogram: Float64Array, node: number) => Leaf,
): [Leaf, Leaf] {
  const column = columns[split.feature]
  const left = leaf.rows.filter(row => (column?.bins[row] ?? 0) <= split.bin)
  const right = leaf.rows.filter(row => (column?.bins[row] ?? 0) > split.bin)
  const small = histogramOf(columns, features, left.length < right.length ? left : right, gradient, hessian)
  const large = leaf.histogram.map((value, index) => value - (small[index] ?? 0))
  const node = tree.feature.length
  tree.feature[leaf.node] = split.feature
  tree.threshold[leaf.node] = column?.edges[split.bin] ?? 0
  tree.left[leaf.node] = node
  tree.right[leaf.node] = node + 1
  tree.feature.push(-1, -1)
  tree.threshold.push(0, 0)
  tree.left.push(0, 0)
  tree.right.push(0, 0)
  const [leftHistogram, rightHistogram] = left.length < right.length ? [small, large] : [large, small]
  return [makeLeaf(left, leftHistogram, node), makeLeaf(right, rightHistogram, node + 1)]
}

/** By feature and bin: the sums of gradient and hessian, and the number of rows. */
function histogramOf(
  columns: readonly Column[],
  features: readonly number[],
  rows: Uint32Array,
  gradient: Float64Array,
  hessian: Float64Array,
): Float64Array {
  const histogram = new Float64Array(columns.length * BINS * 3)
  for (const feature of features) {
    const bins = columns[feature]?.bins ?? new Uint8Array()
    const base = feature * BINS * 3
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number // inside: `i` counts up to the length
      const place = base + (bins[row] as number) * 3
      histogram[place] = (histogram[place] as number) + (gradient[row] as number)
      histogram[place + 1] = (histogram[place + 1] as number) + (hessian[row] as number)
      histogram[place + 2] = (histogram[place + 2] as number) + 1
    }
  }
  return histogram
}

function bestSplit(
  leaf: Leaf,
  columns: readonly Column[],
  features: readonly number[],
  options: BoostOptions,
): Split | null {
  const gainOf = (g: number, h: number) => (g * g) / (h + options.ridge)
  const whole = gainOf(leaf.gradient, leaf.hessian)
  let best: Split | null = null
  for (const feature of features) {
    let g = 0
    let h = 0
    let count = 0
    for (let bin = 0; bin < (columns[feature]?.edges.length ?? 0); bin++) {
      const place = (feature * BINS + bin) * 3
      g += leaf.histogram[place] ?? 0
      h += leaf.histogram[place + 1] ?? 0
      count += leaf.histogram[place + 2] ?? 0
      if (count < options.leastRowsInLeaf || leaf.rows.length - count < options.leastRowsInLeaf) continue
      const direction = options.monotone?.get(feature)
      if (direction !== undefined) {
        const rise = (leaf.gradient - g) / (leaf.hessian - h + options.ridge) - g / (h + options.ridge)
        if (rise * direction < 0) continue
      }
      const gain = gainOf(g, h) + gainOf(leaf.gradient - g, leaf.hessian - h) - whole
      if (gain > (best?.gain ?? 1e-6)) best = { gain, feature, bin }
    }
  }
  return best
}
