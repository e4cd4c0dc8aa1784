/** The losses that the models are fitted to: pairs in the wrong order for ranking, and the log loss for a probability. */
import type { Loss } from './boost.ts'

/**
 * LambdaMART (C. Burges, "From RankNet to LambdaRank to LambdaMART", 2010) for the reciprocal rank: each pair of a right and a
 * wrong row of one question pulls them apart, by how much the reciprocal rank gains when they change places.
 * `starts` holds each question's first row, and one more; `right` is 1 for rows that answer; `weights` are the questions' own.
 */
export function pairwiseLoss(starts: readonly number[], right: ArrayLike<number>, weights: ArrayLike<number>): Loss {
  return (scores, gradient, hessian) => {
    gradient.fill(0)
    hessian.fill(0)
    for (let question = 0; question + 1 < starts.length; question++) {
      const from = starts[question] ?? 0
      const to = starts[question + 1] ?? 0
      const order = Array.from({ length: to - from }, (_, i) => from + i).sort(
        (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0),
      )
      const rank = new Map(order.map((row, place) => [row, place + 1]))
      for (const good of order) {
        if (right[good] !== 1) continue
        for (const bad of order) {
          if (right[bad] === 1) continue
          const gain = Math.abs(1 / (rank.get(good) ?? 1) - 1 / (rank.get(bad) ?? 1)) + 0.002
          const probability = 1 / (1 + Math.exp((scores[good] ?? 0) - (scores[bad] ?? 0)))
          const slope = probability * gain * (weights[question] ?? 1)
          const curve = Math.max(1e-9, (1 - probability) * slope)
          gradient[good] = (gradient[good] ?? 0) + slope
          gradient[bad] = (gradient[bad] ?? 0) - slope
          hessian[good] = (hessian[good] ?? 0) + curve
          hessian[bad] = (hessian[bad] ?? 0) + curve
        }
      }
    }
  }
}

/** The log loss of a probability `1 / (1 + e^-score)` against labels of 0 and 1. */
export function logLoss(labels: ArrayLike<number>, weights: ArrayLike<number>): Loss {
  return (scores, gradient, hessian) => {
    for (let row = 0; row < scores.length; row++) {
      const probability = 1 / (1 + Math.exp(-(scores[row] ?? 0)))
      const weight = weights[row] ?? 1
      gradient[row] = weight * ((labels[row] ?? 0) - probability)
      hessian[row] = Math.max(1e-6, weight * probability * (1 - probability))
    }
  }
}
