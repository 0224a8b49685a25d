// A claimed range of speed-ups against the interval.
import type { RatioClaim } from '../../model/claim.js'
import type { Bounded, ClaimJudgement, Yardsticks } from './judgement.js'
import { betweenText, ratioText } from './ratio-text.js'
import { roundsToDecide } from '../statistics/rounds-to-decide.js'

type RangeClaim = Extract<RatioClaim, { kind: 'range' }>

/** confirmed (within, or at least), exceeded, refuted (smaller, no effect, slower) or inconclusive. */
export function judgeRange(claim: RangeClaim, speedup: Bounded, yardsticks: Yardsticks): ClaimJudgement {
  const edges = claimEdges(claim, yardsticks)
  const between = betweenText(speedup)
  if (speedup.high < edges.refuteBelow) {
    const detail = refutedDetail(speedup, yardsticks.delta)
    return { verdict: 'refuted', detail, reason: `${between}, below the claimed ${claim.text}` }
  }
  if (speedup.low > edges.exceedAbove) {
    const detail = `above ${ratioText(claim.high ?? claim.low)}`
    return { verdict: 'exceeded', detail, reason: `${between}, above the claimed ${claim.text}` }
  }
  if (speedup.low < edges.confirmFrom || speedup.high > edges.confirmTo) {
    const open = speedup.high > edges.confirmTo ? [edges.confirmTo] : []
    const advice = roundsToDecide(speedup, [edges.refuteBelow, edges.confirmFrom, ...open])
    return {
      verdict: 'inconclusive',
      detail: null,
      reason: `${between}, against the claimed ${claim.text}: ${advice}`,
    }
  }
  return confirmed(claim, speedup, edges.exceedAbove)
}

/**
 * A claim above 1x is confirmed only where the interval also clears the smallest effect: the tolerance alone would let
 * an arm compared with itself confirm "1.04x", and a bias between clones is not a speed-up however narrow the interval
 * (with a bias of 3 %, significance alone raises a false alarm in 99 % of 40-query reports). A claimed slow-down alike.
 */
function claimEdges(claim: RangeClaim, { delta, tolerance }: Yardsticks) {
  const lowest = claim.low / (1 + tolerance)
  const highest = (claim.high ?? Infinity) * (1 + tolerance)
  return {
    refuteBelow: lowest,
    exceedAbove: claim.low > 1 ? Math.max(highest, delta) : highest,
    confirmFrom: claim.low > 1 ? Math.max(lowest, delta) : lowest,
    // Above the range is not a reason against a claim, unless the range is one of slow-downs.
    confirmTo: claim.high !== null && claim.high < 1 ? Math.min(highest, 1 / delta) : Infinity,
  }
}

/** Of a speed-up that is less than was claimed. */
export function refutedDetail({ low, high }: Bounded, delta: number): string {
  if (high < 1 / delta) return 'slower'
  if (low > delta) return 'smaller'
  if (high > delta) return 'smaller or no effect'
  return low < 1 / delta ? 'no effect or slower' : 'no effect'
}

function confirmed(claim: RangeClaim, speedup: Bounded, exceedAbove: number): ClaimJudgement {
  const between = betweenText(speedup)
  const atLeast = `at least ${ratioText(claim.low)}`
  if (claim.high === null)
    return { verdict: 'confirmed', detail: atLeast, reason: `${between}, ${atLeast} as claimed` }
  if (speedup.high <= exceedAbove) {
    return { verdict: 'confirmed', detail: null, reason: `${between}, within the claimed ${claim.text}` }
  }
  const reason = `${between}: ${atLeast}, and perhaps above the claimed ${claim.text}`
  return { verdict: 'confirmed', detail: atLeast, reason }
}
