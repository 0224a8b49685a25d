// The median of the rounds with an interval that needs no symmetry: order statistics, the confidence of the sign test.
// Thompson (1936); Hollander, Wolfe & Chicken, sections 3.5 and 3.6. For what is in milliseconds: rounds of a large tenant
// and of a small one are of different sizes, and the signed-rank estimate of such a mixture is no number anybody has seen.
import { at } from '../../model/at.js'
import type { Location } from './estimate-location.js'
import { medianOfSorted } from './median.js'

/** In the unit of the values. Coverage is at least 1 − alpha, whatever their distribution. Throws RangeError on none. */
export function estimateMedian(values: readonly number[], alpha: number): Location {
  const sorted = Array.from(Float64Array.from(values).sort())
  const estimate = medianOfSorted(sorted)
  const outside = signCriticalValue(sorted.length, alpha)
  if (outside === null) return { estimate, low: null, high: null }
  return { estimate, low: at(sorted, outside), high: at(sorted, sorted.length - 1 - outside) }
}

/**
 * The largest c with P(B ≤ c) ≤ alpha / 2 for B heads of n fair coins. Null where even 2^−n is above alpha / 2: the
 * fewest values that give bounds are as many as for signed ranks.
 */
export function signCriticalValue(n: number, alpha: number): number | null {
  // Of a probability the logarithm: 2^−n itself is zero from 1,075 values on.
  let logProbability = -n * Math.LN2
  let cumulative = Math.exp(logProbability)
  let c = -1
  while (cumulative <= alpha / 2 && c < n) {
    c++
    logProbability += Math.log((n - c) / (c + 1))
    cumulative += Math.exp(logProbability)
  }
  return c < 0 ? null : c
}
