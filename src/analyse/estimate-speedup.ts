// From differences of logarithms to a speed-up with its interval.
import type { Speedup } from '../model/result.js'
import { estimateLocation } from './estimate-location.js'

/** before ÷ after with an interval of confidence 1 − alpha; null without a round. */
export function estimateSpeedup(differences: readonly number[], alpha: number): Speedup | null {
  if (differences.length === 0) return null
  const { estimate, low, high } = estimateLocation(differences, alpha)
  return {
    estimate: Math.exp(estimate),
    low: low === null ? null : Math.exp(low),
    high: high === null ? null : Math.exp(high),
    confidence: 1 - alpha,
    rounds: differences.length,
  }
}
