// From differences of logarithms to a speed-up with its interval.
import type { Speedup } from '../../model/result.js'
import { estimateBounded } from './estimate-bounded.js'
import type { BoundedDifferences } from './round-differences.js'

/** before ÷ after with an interval of confidence 1 − alpha; null without a round. */
export function estimateSpeedup(differences: BoundedDifferences, alpha: number): Speedup | null {
  const location = estimateBounded(differences, alpha)
  if (location === null) return null
  const { estimate, low, high } = location
  return {
    estimate: Math.exp(estimate),
    low: low === null ? null : Math.exp(low),
    high: high === null ? null : Math.exp(high),
    confidence: 1 - alpha,
    rounds: differences.observed.size,
  }
}
