// One query in the two states of a pair: the ratio, the difference and the latency, each with its interval.
import type { TimedClaim } from '../../model/claim.js'
import type { Sample } from '../../model/evidence.js'
import type { ClaimInterval, Milliseconds, Speedup } from '../../model/result.js'
import { estimateBoundedMedian } from '../statistics/estimate-bounded.js'
import { estimateSpeedup } from '../statistics/estimate-speedup.js'
import {
  roundDifferences,
  roundGaps,
  roundLatencies,
  type BoundedDifferences,
} from '../statistics/round-differences.js'

/** All null without a round. */
export interface PairEstimates {
  readonly speedup: Speedup | null
  /** Before − after. */
  readonly gapMs: Milliseconds | null
  /** Of the state `after`. */
  readonly latencyMs: Milliseconds | null
}

export const estimatePair = (samples: readonly Sample[], alpha: number): PairEstimates => ({
  speedup: estimateSpeedup(roundDifferences(samples), alpha),
  ...estimateMilliseconds(samples, alpha),
})

export const estimateMilliseconds = (
  samples: readonly Sample[],
  alpha: number,
): Pick<PairEstimates, 'gapMs' | 'latencyMs'> => ({
  gapMs: medianOf(roundGaps(samples), alpha),
  latencyMs: medianOf(roundLatencies(samples), alpha),
})

/** The median of the rounds; null without one. */
export function medianOf(times: BoundedDifferences, alpha: number): Milliseconds | null {
  const location = estimateBoundedMedian(times, alpha)
  return location === null ? null : { ...location, confidence: 1 - alpha, rounds: times.observed.size }
}

/** What the claim is judged by, in its own terms. */
export function intervalOf(
  claim: TimedClaim,
  { speedup, gapMs, latencyMs }: PairEstimates,
): ClaimInterval | null {
  switch (claim.kind) {
    case 'range':
    case 'unchanged':
      return speedup === null ? null : { ...speedup, kind: 'ratio' }
    case 'latency':
      return latencyMs === null ? null : { ...latencyMs, kind: 'milliseconds' }
    case 'saving':
      return gapMs === null ? null : { ...gapMs, kind: 'milliseconds' }
    case 'overhead':
      return gapMs === null ? null : { ...negated(gapMs), kind: 'milliseconds' }
  }
}

const negated = ({ estimate, low, high, ...rest }: Milliseconds): Milliseconds => ({
  estimate: -estimate,
  low: high === null ? null : -high,
  high: low === null ? null : -low,
  ...rest,
})
