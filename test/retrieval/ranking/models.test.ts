import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../../../src/retrieval/query/lexicon.ts'
import { confidenceAt } from '../../../src/retrieval/ranking/confidence.ts'
import { FEATURES, featureNames } from '../../../src/retrieval/ranking/feature-names.ts'
import { contributions, evaluate, scoreRows } from '../../../src/retrieval/ranking/model.ts'
import { loadConfidenceModel, loadRankingModel, packedRanking } from '../../../src/retrieval/ranking/models.ts'

const row = fc
  .array(fc.double({ min: -2, max: 40, noNaN: true }), { minLength: FEATURES, maxLength: FEATURES })
  .map(values => Float64Array.from(values))

describe('the ranking model', () => {
  const { features, trees } = loadRankingModel()

  it('was fitted on the features that are computed', () => {
    expect(features).toEqual(featureNames)
    expect(new Set(featureNames).size).toBe(FEATURES)
  })

  it('has trees whose every way ends in a leaf', () => {
    for (const { feature, left, right, value } of trees) {
      feature.forEach((asked, node) => {
        expect(Number.isFinite(value[node])).toBe(true)
        if (asked < 0) return
        expect(asked).toBeLessThan(FEATURES)
        for (const child of [left[node] ?? 0, right[node] ?? 0]) {
          expect(child).toBeGreaterThan(node)
          expect(child).toBeLessThan(feature.length)
        }
      })
    }
  })

  it('gives the same score for many rows at once as for each, and parts that add up to it', () => {
    const scorer = packedRanking()
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), rows => {
        const table = Float64Array.from(rows.flatMap(one => [...one]))
        const scores = rows.map(one => evaluate(trees, one))
        expect([...scoreRows(scorer, table, FEATURES)]).toEqual(scores)
        rows.forEach((one, place) => {
          const parts = [...contributions(trees, one).values()]
          expect(parts.reduce((sum, value) => sum + value, 0)).toBeCloseTo(scores[place] ?? 0, 8)
        })
      }),
      { numRuns: 30 },
    )
  })
})

describe('the confidence model', () => {
  const { curve, found } = loadConfidenceModel()

  it('has a curve that only rises, between 0 and 1', () => {
    curve.forEach(([sum, share], place) => {
      const before = curve[place - 1]
      expect(share).toBeGreaterThanOrEqual(before?.[1] ?? 0)
      expect(share).toBeLessThanOrEqual(1)
      if (before !== undefined) expect(sum).toBeGreaterThanOrEqual(before[0])
    })
    expect(found).toBeGreaterThan(0)
    expect(found).toBeLessThan(1)
  })

  it('is read straight between the points of its curve, and level beyond them', () => {
    const line = [
      [-1, 0],
      [1, 0.5],
      [3, 0.9],
    ] as const
    expect(confidenceAt(line, -9)).toBe(0)
    expect(confidenceAt(line, 0)).toBeCloseTo(0.25, 10)
    expect(confidenceAt(line, 2)).toBeCloseTo(0.7, 10)
    expect(confidenceAt(line, 9)).toBe(0.9)
    expect(confidenceAt([], 1)).toBe(0)
  })
})

describe('the lexicon', () => {
  it('expects "name" less in an answer than other words, and knows no "constructor" by accident', () => {
    const { expectation, instead, frequency } = loadLexicon()
    expect(expectation.get('name')).toBeLessThan(0.6)
    expect(expectation.get('constructor')).toBeUndefined()
    expect(instead.get('__proto__')).toBeUndefined()
    for (const share of frequency.values()) expect(share).toBeLessThan(0.2)
  })
})
