// The unit of the statistics: one paired difference per round, never single executions as if they were independent.
import type { Sample } from '../model/evidence.js'
import { isCounted } from './index-samples.js'
import { median } from './median.js'

export type Differences = ReadonlyMap<number, number>

/** D_r = ln(median kept before ÷ median kept after) by round, over the rounds that have both arms. */
export const roundDifferences = (samples: readonly Sample[]): Differences =>
  perRound(samples, (before, after) => Math.log(atLeastOneTick(before) / atLeastOneTick(after)))

/** Median kept before − median kept after by round, milliseconds. */
export const roundGaps = (samples: readonly Sample[]): Differences =>
  perRound(samples, (before, after) => (before - after) / 1e6)

function perRound(
  samples: readonly Sample[],
  difference: (beforeNs: number, afterNs: number) => number,
): Differences {
  const rounds = new Map<number, { before: number[]; after: number[] }>()
  for (const sample of samples.filter(isCounted)) {
    const round = rounds.get(sample.round) ?? { before: [], after: [] }
    round[sample.arm].push(sample.durationNs)
    rounds.set(sample.round, round)
  }
  const differences = new Map<number, number>()
  for (const [round, { before, after }] of rounds) {
    const [slow, fast] = [median(before), median(after)]
    if (slow !== null && fast !== null) differences.set(round, difference(slow, fast))
  }
  return differences
}

/** The clock counts nanoseconds: a duration it shows as none was under one. */
const atLeastOneTick = (durationNs: number): number => Math.max(durationNs, 1)
