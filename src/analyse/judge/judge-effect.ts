// Is there a difference at all, and which way? For comparisons of which nothing was claimed.
import type { Effect } from '../../model/result.js'
import type { Bounded } from './judgement.js'
import { betweenText, ratioText } from './ratio-text.js'
import { roundsToDecide } from '../statistics/rounds-to-decide.js'

export interface EffectJudgement {
  readonly verdict: Exclude<Effect, 'void'>
  readonly detail: null
  readonly reason: string
}

/** Outside 1 ÷ delta … delta: faster or slower; inside: unchanged; neither: inconclusive, with the rounds it would take. */
export function judgeEffect(speedup: Bounded, delta: number): EffectJudgement {
  const between = betweenText(speedup)
  if (speedup.low > delta) {
    const reason = `${between}, more than the smallest effect of ${ratioText(delta)}`
    return { verdict: 'faster', detail: null, reason }
  }
  if (speedup.high < 1 / delta) {
    const reason = `${between}, below the smallest effect of ${ratioText(1 / delta)}`
    return { verdict: 'slower', detail: null, reason }
  }
  const band = `${ratioText(1 / delta)} to ${ratioText(delta)}`
  if (speedup.low >= 1 / delta && speedup.high <= delta) {
    return { verdict: 'unchanged', detail: null, reason: `${between}, inside ${band}` }
  }
  const advice = roundsToDecide(speedup, [delta, 1 / delta])
  const reason = `${between}, neither inside nor outside ${band}: ${advice}`
  return { verdict: 'inconclusive', detail: null, reason }
}
