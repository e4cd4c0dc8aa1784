/** Regression trees: what a row of features is worth, and which features it owes that to. Where they come from: `models.ts`; many
 * rows at once: `quick-scorer.ts`. */

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
