import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate, type Tree } from '../../../src/retrieval/ranking/model.ts'
import { createQuickScorer, scoreRows } from '../../../src/retrieval/ranking/quick-scorer.ts'

const WIDTH = 4
const small = fc.integer({ min: -3, max: 3 })

/** A tree that is grown by splitting a leaf at a time: each split says which leaf, by what feature, at what threshold. */
function growTree(splits: readonly (readonly [number, number, number])[], values: readonly number[]): Tree {
  const tree = { feature: [-1], threshold: [0], left: [0], right: [0], value: [0] }
  for (const [pick, asked, at] of splits) {
    const leaves = tree.feature.flatMap((one, node) => (one < 0 ? [node] : []))
    const node = leaves[pick % leaves.length] ?? 0
    tree.feature[node] = asked
    tree.threshold[node] = at
    tree.left[node] = tree.feature.push(-1) - 1
    tree.right[node] = tree.feature.push(-1) - 1
  }
  tree.value = tree.feature.map((_, node) => (values[node % values.length] ?? 0) / 7)
  return tree
}

const split = fc.tuple(fc.nat(31), fc.nat(WIDTH - 1), small)
const tree = fc
  .tuple(fc.array(split, { maxLength: 31 }), fc.array(small, { minLength: 1 }))
  .map(args => growTree(...args))
const row = fc.array(small, { minLength: WIDTH, maxLength: WIDTH })

const features = fc.uniqueArray(fc.nat(WIDTH - 1)).map(some => new Set(some))

describe('scoreRows', () => {
  it('gives what walking the trees gives, to the last bit, whichever features rows share or lie high', () => {
    fc.assert(
      fc.property(fc.array(tree), fc.array(row), features, features, (trees, rows, shared, high) => {
        const scorer = createQuickScorer(trees, { shared, high })
        const expected = rows.map(one => evaluate(trees, Float64Array.from(one)))
        expect([...scoreRows(scorer, Float64Array.from(rows.flat()), WIDTH)]).toEqual(expected)
      }),
    )
  })

  it('refuses a tree of more leaves than it has bits for', () => {
    const splits = Array.from({ length: 32 }, (_, at) => [0, 0, at] as const)
    expect(() => createQuickScorer([growTree(splits, [1])], { shared: new Set(), high: new Set() })).toThrow(RangeError)
  })
})
