// From a speed-up and the circumstances it was measured in to a verdict with its reason.
import type { RatioClaim } from '../../model/claim.js'
import type { Speedup } from '../../model/result.js'
import { withOpenSides } from './judgement.js'
import type { Judgement, Yardsticks } from './judgement.js'
import { judgeRatio } from './judge-ratio.js'
import { judgeUnclaimed } from './judge-unclaimed.js'
import { counted } from './ratio-text.js'
import { fewestBoundedRounds } from '../statistics/signed-rank.js'

/** The verdict on a query whose samples are fit to decide: see voidness.ts for those that are not. */
export function judge(
  claim: RatioClaim | null,
  speedup: Speedup,
  yardsticks: Yardsticks,
  workDiffers: boolean | null,
): Judgement {
  const bounded = withOpenSides(speedup)
  if (bounded === null) return unbounded(speedup)
  if (claim === null) return judgeUnclaimed(bounded, yardsticks.delta, workDiffers)
  return judgeRatio(claim, bounded, yardsticks)
}

/** With so few rounds, or so many that were cut off in both arms, nothing is excluded. */
export function unbounded({ rounds, confidence }: Speedup): {
  verdict: 'inconclusive'
  detail: null
  reason: string
} {
  const needed = fewestBoundedRounds(1 - confidence)
  const reason =
    rounds < needed
      ? `${counted(rounds, 'round')} cannot bound the speed-up at this confidence: at least ${needed} are needed`
      : 'in both arms too many executions were cut off to bound the speed-up: a longer --statement-timeout may'
  return { verdict: 'inconclusive', detail: null, reason }
}
