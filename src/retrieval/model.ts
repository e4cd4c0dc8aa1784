/** Regression trees: what a row of features is worth, and which features it owes that to. Where they come from: `models.ts`. */

/**
 * A tree, by node: the feature that it asks for (-1 in a leaf), the threshold (at most: left, else right), its children,
 * and its value. Inner nodes have a value too: what the tree would say if it ended there.
 */
export type Tree = {
  readonly feature: readonly number[]
  readonly threshold: readonly number[]
  readonly left: readonly number[]
  readonly right: readonly number[]
  readonly value: readonly number[]
}

/** The sum of the trees' leaves. */
export function evaluate(trees: readonly Tree[], row: Float64Array): number {
  let sum = 0
  for (const tree of trees) {
    let node = 0
    let feature = tree.feature[0] ?? -1
    while (feature >= 0) {
      node = ((row[feature] ?? 0) <= (tree.threshold[node] ?? 0) ? tree.left[node] : tree.right[node]) ?? 0
      feature = tree.feature[node] ?? -1
    }
    sum += tree.value[node] ?? 0
  }
  return sum
}

/**
 * The same sum, laid out by feature (A. Saabas, "Interpreting random forests", 2014): each step down a tree changes its value,
 * and the change is credited to the feature that was asked. Under -1 stands what the trees say before any question.
 */
export function contributions(trees: readonly Tree[], row: Float64Array): Map<number, number> {
  const parts = new Map<number, number>()
  const credit = (feature: number, value: number) => parts.set(feature, (parts.get(feature) ?? 0) + value)
  for (const tree of trees) {
    credit(-1, tree.value[0] ?? 0)
    let node = 0
    for (let feature = tree.feature[0] ?? -1; feature >= 0; feature = tree.feature[node] ?? -1) {
      const next = ((row[feature] ?? 0) <= (tree.threshold[node] ?? 0) ? tree.left[node] : tree.right[node]) ?? 0
      credit(feature, (tree.value[next] ?? 0) - (tree.value[node] ?? 0))
      node = next
    }
  }
  return parts
}

const NODE = 4

export type PackedTrees = { readonly nodes: Float64Array; readonly roots: Uint32Array }

/** Trees packed for speed: four numbers a node (feature, threshold or value, left, right), children by their place. */
export function packTrees(trees: readonly Tree[]): PackedTrees {
  const nodes = new Float64Array(trees.reduce((sum, { feature }) => sum + feature.length, 0) * NODE)
  const roots: number[] = []
  let base = 0
  for (const tree of trees) {
    roots.push(base)
    tree.feature.forEach((feature, node) => {
      const place = base + node * NODE
      nodes[place] = feature
      nodes[place + 1] = (feature < 0 ? tree.value[node] : tree.threshold[node]) ?? 0
      nodes[place + 2] = base + (tree.left[node] ?? 0) * NODE
      nodes[place + 3] = base + (tree.right[node] ?? 0) * NODE
    })
    base += tree.feature.length * NODE
  }
  return { nodes, roots: Uint32Array.from(roots) }
}

/**
 * `evaluate` on packed trees, for many rows that follow one another in `table`, each `width` numbers wide. Tree by tree, so that
 * a tree stays in the processor's cache while it sees all rows; a row's sum is taken in the order of the trees as there.
 */
export function evaluateRows({ nodes, roots }: PackedTrees, table: Float64Array, width: number): Float64Array {
  const sums = new Float64Array(table.length / width)
  for (const root of roots) {
    for (let row = 0; row < sums.length; row++) {
      const base = row * width
      let place = root
      let feature = nodes[place] as number // inside: children point to nodes
      while (feature >= 0) {
        place += (table[base + feature] as number) <= (nodes[place + 1] as number) ? 2 : 3 // inside
        place = nodes[place] as number // inside
        feature = nodes[place] as number // inside
      }
      sums[row] = (sums[row] as number) + (nodes[place + 1] as number) // inside
    }
  }
  return sums
}
