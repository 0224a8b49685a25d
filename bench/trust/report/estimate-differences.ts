// Our estimate and interval, of differences that are all known exactly: nothing in the proof is cut off at a timeout.
import { estimateSpeedup } from '../../../src/analyse/statistics/estimate-speedup.js'
import type { Speedup } from '../../../src/model/result.js'

/** Differences of logarithms, in the order of the rounds; null without a round. */
export function estimateDifferences(differences: readonly number[], alpha: number): Speedup | null {
  const observed = new Map(differences.entries())
  return estimateSpeedup({ observed, least: observed, most: observed }, alpha)
}
