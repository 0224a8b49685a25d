// A claimed overhead or saving in milliseconds against the paired difference. Whatever asserts an effect also needs the
// ratio of the same rounds beyond the smallest effect: a bias between clones, or noise, is none however narrow the interval.
import type { MillisecondsClaim } from '../../model/claim.js'
import type { Bounded, ClaimJudgement, Yardsticks } from './judgement.js'
import { refutedDetail } from './judge-range.js'
import { overheadText } from './milliseconds-text.js'
import { betweenText, ratioText } from './ratio-text.js'
import { roundsToClear, roundsToDecide } from '../statistics/rounds-to-decide.js'

/** `overhead` is after − before: confirmed, refuted (larger) or inconclusive. */
export function judgeOverhead(
  { boundMs, text }: MillisecondsClaim,
  overhead: Bounded,
  speedup: Bounded,
  { delta, tolerance }: Yardsticks,
): ClaimJudgement {
  const edge = boundMs * (1 + tolerance)
  const between = overheadText(overhead)
  if (overhead.high <= edge) {
    return { verdict: 'confirmed', detail: null, reason: `${between}, as the claimed ${text}` }
  }
  if (overhead.low <= edge) return undecided(between, text, roundsToClear(overhead, [edge]))
  if (speedup.high < 1 / delta) {
    return { verdict: 'refuted', detail: 'larger', reason: `${between}, more than the claimed ${text}` }
  }
  return undecided(between, text, tooSmallToTell(speedup, delta, 1 / delta))
}

/** `saving` is before − after: confirmed, refuted (smaller, no effect, slower) or inconclusive. */
export function judgeSaving(
  { boundMs, text }: MillisecondsClaim,
  saving: Bounded,
  speedup: Bounded,
  { delta, tolerance }: Yardsticks,
): ClaimJudgement {
  const edge = boundMs / (1 + tolerance)
  const between = overheadText({ low: -saving.high, high: -saving.low })
  if (saving.high < edge) {
    const detail = refutedDetail(speedup, delta)
    return { verdict: 'refuted', detail, reason: `${between}; the claim is: ${text}` }
  }
  if (saving.low < edge) return undecided(between, text, roundsToClear(saving, [edge]))
  if (speedup.low >= delta) {
    return { verdict: 'confirmed', detail: null, reason: `${between}; the claim is: ${text}` }
  }
  return undecided(between, text, tooSmallToTell(speedup, delta, delta))
}

const undecided = (between: string, text: string, why: string): ClaimJudgement => ({
  verdict: 'inconclusive',
  detail: null,
  reason: `${between}, against the claimed ${text}: ${why}`,
})

function tooSmallToTell(speedup: Bounded, delta: number, edge: number): string {
  const why = `as a ratio it is ${betweenText(speedup)}, not beyond the smallest effect of ${ratioText(delta)}`
  const isInside = speedup.low > 1 / delta && speedup.high < delta
  return isInside ? why : `${why}; ${roundsToDecide(speedup, [edge])}`
}
