// The claim that nothing changes, against the interval: equivalence, never mere want of evidence (Schuirmann, 1987).
import type { Bounded, ClaimJudgement } from './judgement.js'
import { betweenText, ratioText } from './ratio-text.js'
import { roundsToDecide } from '../statistics/rounds-to-decide.js'

/** confirmed inside 1 ÷ delta … delta, refuted (faster, slower) outside, else inconclusive. */
export function judgeUnchanged(speedup: Bounded, delta: number): ClaimJudgement {
  const between = betweenText(speedup)
  const band = `${ratioText(1 / delta)} to ${ratioText(delta)}, which counts as unchanged`
  if (speedup.low > delta)
    return { verdict: 'refuted', detail: 'faster', reason: `${between}, above ${band}` }
  if (speedup.high < 1 / delta)
    return { verdict: 'refuted', detail: 'slower', reason: `${between}, below ${band}` }
  if (speedup.low >= 1 / delta && speedup.high <= delta) {
    return { verdict: 'confirmed', detail: null, reason: `${between}, inside ${band}` }
  }
  const advice = roundsToDecide(speedup, [delta, 1 / delta])
  return { verdict: 'inconclusive', detail: null, reason: `${between}, against ${band}: ${advice}` }
}
