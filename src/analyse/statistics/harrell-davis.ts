// Quantiles as a weighted sum of all order statistics: less variable than picking one or two of them.
// Harrell & Davis (1982), A new distribution-free quantile estimator, Biometrika 69(3).
import { at } from '../../model/at.js'
import { incompleteBeta } from './incomplete-beta.js'

export interface Weighted {
  readonly value: number
  /** Above zero; only ratios of weights matter. */
  readonly weight: number
}

/**
 * The p-quantile of at least one number in ascending order, 0 < p < 1, in the unit of the numbers. Where they weigh
 * differently: order statistics by cumulative weight, and Kish's effective sample size in place of n.
 * Akinshin (2023), Weighted quantile estimators, arXiv:2304.07265.
 */
export function weightedHarrellDavis(sorted: readonly Weighted[], p: number): number {
  const below = cumulative(sorted.map(({ weight }) => weight))
  const n = effectiveSize(sorted)
  const share = (i: number): number => incompleteBeta(at(below, i), (n + 1) * p, (n + 1) * (1 - p))
  const centre = Math.max(
    0,
    below.findLastIndex((weight) => weight <= p),
  )
  let value = 0
  // Outwards from the centre until what is left weighs nothing: about √n of the n weights are worth computing.
  for (let i = centre, above = share(i); i < sorted.length && 1 - above > NEGLIGIBLE; i++) {
    const next = share(i + 1)
    value += (next - above) * at(sorted, i).value
    above = next
  }
  for (let i = centre, above = share(i); i > 0 && above > NEGLIGIBLE; i--) {
    const next = share(i - 1)
    value += (above - next) * at(sorted, i - 1).value
    above = next
  }
  return value
}

/** Share of the weight before each number, from 0 to exactly 1. */
function cumulative(weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let sum = 0
  const shares = weights.map((weight) => (sum += weight) / total)
  return [0, ...shares.slice(0, -1), 1]
}

function effectiveSize(items: readonly Weighted[]): number {
  const sum = items.reduce((total, { weight }) => total + weight, 0)
  const squares = items.reduce((total, { weight }) => total + weight * weight, 0)
  return (sum * sum) / squares
}

const NEGLIGIBLE = 1e-12
