// Any claim against what was measured of a pair whose samples are fit to decide.
import { isInMilliseconds, type TimedClaim } from '../../model/claim.js'
import type { Milliseconds } from '../../model/result.js'
import { intervalOf, type PairEstimates } from '../summaries/estimate-pair.js'
import { withOpenSides, type Bounded, type ClaimJudgement, type ClaimYardsticks } from './judgement.js'
import { unbounded } from './judge.js'
import { judgeLatency } from './judge-latency.js'
import { judgeOverhead, judgeSaving } from './judge-gap.js'
import { judgeRatio } from './judge-ratio.js'
import { counted } from './ratio-text.js'
import { fewestBoundedRounds } from '../statistics/signed-rank.js'

/** Inconclusive where there are too few rounds. */
export function judgeClaim(
  claim: TimedClaim,
  estimates: PairEstimates,
  yardsticks: ClaimYardsticks,
): ClaimJudgement {
  const { speedup } = estimates
  const interval = intervalOf(claim, estimates)
  if (speedup === null || interval === null) {
    return { verdict: 'inconclusive', detail: null, reason: 'nothing was measured' }
  }
  const ratio = withOpenSides(speedup)
  if (!isInMilliseconds(claim)) {
    return ratio === null ? unbounded(speedup) : judgeRatio(claim, ratio, yardsticks)
  }
  const time = openTime(interval)
  if (time === null || ratio === null) return unboundedTime(interval)
  switch (claim.kind) {
    case 'latency':
      return judgeLatency(claim, time, yardsticks)
    case 'overhead':
      return judgeOverhead(claim, time, ratio, yardsticks)
    case 'saving':
      return judgeSaving(claim, time, ratio, yardsticks)
  }
}

/** As withOpenSides: a difference has no end below, either. */
const openTime = (time: Milliseconds): Bounded | null =>
  time.low === null && time.high === null
    ? null
    : { ...time, low: time.low ?? -Infinity, high: time.high ?? Infinity }

function unboundedTime({ rounds, confidence }: Milliseconds): ClaimJudgement {
  const needed = fewestBoundedRounds(1 - confidence)
  const reason =
    rounds < needed
      ? `${counted(rounds, 'round')} cannot bound a time at this confidence: at least ${needed} are needed`
      : 'in both arms too many executions were cut off to bound the time: a longer --statement-timeout may'
  return { verdict: 'inconclusive', detail: null, reason }
}
