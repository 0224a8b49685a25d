// The geometric mean over the members of a group: per round the mean of logarithms, as for the suite.
import type { Sample } from '../../model/evidence.js'
import type { Milliseconds } from '../../model/result.js'
import { medianOf, type PairEstimates } from '../summaries/estimate-pair.js'
import { estimateSpeedup } from './estimate-speedup.js'
import { meanDifferences } from './mean-differences.js'
import {
  roundDifferences,
  roundLatencies,
  type BoundedDifferences,
  type Differences,
} from './round-differences.js'

/** From the samples of each member, over the rounds that all have. Differences have no geometric mean. */
export function estimateMean(byMember: readonly (readonly Sample[])[], alpha: number): PairEstimates {
  const latencies = meanDifferences(byMember.map((samples) => logarithms(roundLatencies(samples))))
  return {
    speedup: estimateSpeedup(meanDifferences(byMember.map(roundDifferences)), alpha),
    gapMs: null,
    latencyMs: exponential(medianOf(latencies, alpha)),
  }
}

const logarithms = ({ observed, least, most }: BoundedDifferences): BoundedDifferences => ({
  observed: eachLog(observed),
  least: eachLog(least),
  most: eachLog(most),
})

const eachLog = (latencies: Differences): Differences =>
  new Map([...latencies].map(([round, ms]) => [round, Math.log(Math.max(ms, ONE_TICK_MS))]))

const ONE_TICK_MS = 1e-6

const exponential = (logarithm: Milliseconds | null): Milliseconds | null =>
  logarithm && {
    ...logarithm,
    estimate: Math.exp(logarithm.estimate),
    low: logarithm.low === null ? null : Math.exp(logarithm.low),
    high: logarithm.high === null ? null : Math.exp(logarithm.high),
  }
