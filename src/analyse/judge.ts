// From a speed-up and the circumstances it was measured in to a verdict with its reason.
import type { Claim } from '../model/claim.js'
import type { Speedup } from '../model/result.js'
import { isBounded } from './judgement.js'
import type { Judgement, Yardsticks } from './judgement.js'
import { judgeRange } from './judge-range.js'
import { judgeUnchanged } from './judge-unchanged.js'
import { judgeUnclaimed } from './judge-unclaimed.js'
import { counted } from './ratio-text.js'
import { fewestBoundedRounds } from './signed-rank.js'

/** The verdict on a query whose samples are fit to decide: see voidness.ts for those that are not. */
export function judge(
  claim: Claim | null,
  speedup: Speedup,
  yardsticks: Yardsticks,
  workDiffers: boolean | null,
): Judgement {
  if (!isBounded(speedup)) return unbounded(speedup)
  if (claim === null) return judgeUnclaimed(speedup, yardsticks.delta, workDiffers)
  if (claim.kind === 'unchanged') return judgeUnchanged(speedup, yardsticks.delta)
  return judgeRange(claim, speedup, yardsticks)
}

/** With so few rounds a bound is open. */
export function unbounded({ rounds, confidence }: Speedup): {
  verdict: 'inconclusive'
  detail: null
  reason: string
} {
  const needed = fewestBoundedRounds(1 - confidence)
  const reason = `${counted(rounds, 'round')} cannot bound the speed-up at this confidence: at least ${needed} are needed`
  return { verdict: 'inconclusive', detail: null, reason }
}
