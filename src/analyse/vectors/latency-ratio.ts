// How much longer one finalist takes than another: one paired difference per round, in which both answered the same queries.
import type { Finalist } from '../../model/vectors/sweep-evidence.js'
import type { LatencyRatio } from '../../model/vectors/sweep-result.js'
import { estimateSpeedup } from '../statistics/estimate-speedup.js'
import { median } from '../statistics/median.js'
import type { BoundedDifferences } from '../statistics/round-differences.js'

/** Latency of the first ÷ latency of the second, with an interval of confidence 1 − alpha. */
export function latencyRatio(first: Finalist, second: Finalist, alpha: number): LatencyRatio {
  const ratio = estimateSpeedup(differencesOf(first, second), alpha)
  return { first: first.point.index, second: second.point.index, ratio, faster: fasterOf(ratio) }
}

/** ln(median of the first ÷ median of the second), by round. */
function differencesOf(first: Finalist, second: Finalist): BoundedDifferences {
  const observed = new Map<number, number>()
  for (const [position, ofFirst] of first.roundsMs.entries()) {
    const [slow, fast] = [median(ofFirst), median(second.roundsMs[position] ?? [])]
    if (slow === null || fast === null) continue
    observed.set(position + 1, Math.log(Math.max(slow, ONE_TICK_MS) / Math.max(fast, ONE_TICK_MS)))
  }
  return { observed, least: observed, most: observed }
}

function fasterOf(ratio: LatencyRatio['ratio']): LatencyRatio['faster'] {
  if (ratio !== null && ratio.low !== null && ratio.low > 1) return 'second'
  if (ratio !== null && ratio.high !== null && ratio.high < 1) return 'first'
  return 'undecided'
}

/** What the clock shows as no time was under a nanosecond. */
const ONE_TICK_MS = 1e-6
