// How unlikely the rounds of a comparison would be if its speed-up were no more than the smallest effect, either way.
import { signedRankCumulative } from './signed-rank.js'
import { walshAverages } from './estimate-location.js'
import type { BoundedDifferences } from './round-differences.js'

/**
 * The smallest alpha at which the interval of estimateSpeedup lies outside 1 ÷ delta … delta: twice P(T⁺ ≤ w), with w the
 * number of Walsh averages that do not lie beyond the edge. Exact, as the interval is. 1 without a round.
 */
export function effectPValue({ least, most }: BoundedDifferences, delta: number): number {
  const edge = Math.log(delta)
  const notFaster = walshAverages([...least.values()]).filter((average) => average <= edge).length
  const notSlower = walshAverages([...most.values()]).filter((average) => average >= -edge).length
  return twoSided(least.size, Math.min(notFaster, notSlower))
}

/** The table ends in the middle of the distribution, where the probability is one half. */
const twoSided = (n: number, w: number): number => Math.min(1, 2 * (signedRankCumulative(n)[w] ?? 0.5))
