// How often the interval of a comparison holds the truth, in how many simulated runs.
import { rateOf, type Rate } from '../finding.js'
import { estimateDifferences } from '../report/estimate-differences.js'

export const COVERED_SPEEDUPS = [1, 1.05, 1.5, 10, 100] as const

/** `runs` are the differences of runs whose true speed-up is `truth`. */
export const coverageOf = (runs: readonly (readonly number[])[], truth: number): Rate =>
  rateOf(runs.map((differences) => isCovered(differences, truth, 0.05)))

/** Is the truth inside the interval of confidence 1 − alpha? */
export function isCovered(differences: readonly number[], truth: number, alpha: number): boolean {
  const speedup = estimateDifferences(differences, alpha)
  return speedup !== null && (speedup.low ?? 0) <= truth && truth <= (speedup.high ?? Infinity)
}

/** How often the estimate is off by at most this share. */
export const recoveredOf = (runs: readonly (readonly number[])[], truth: number, within: number): Rate =>
  rateOf(
    runs.map((differences) => {
      const { estimate } = estimateDifferences(differences, 0.05) ?? { estimate: NaN }
      return Math.abs(estimate / truth - 1) <= within
    }),
  )
