// A query of which nothing was claimed: did the migration help it, harm it, or leave it alone?
import type { Bounded, Judgement } from './judgement.js'
import { betweenText, ratioText } from './ratio-text.js'
import { roundsToDecide } from './rounds-to-decide.js'

/**
 * faster, regression, unchanged or inconclusive; unexplained where latency differs but the work does not. Work (plan and
 * blocks) repeats exactly, time does not: where the plans show no cause, time alone raises no alarm and earns no praise.
 * `workDiffers` is null where there is no plan to tell: then time is all there is.
 */
export function judgeUnclaimed(speedup: Bounded, delta: number, workDiffers: boolean | null): Judgement {
  const between = betweenText(speedup)
  const effect = speedup.low > delta ? 'faster' : speedup.high < 1 / delta ? 'slower' : null
  if (effect !== null && workDiffers === false) {
    const reason = `${between}, yet both arms have the same plans and read the same blocks: look at planning (more indexes cost more of it) and cache`
    return { verdict: 'unexplained', detail: effect, reason }
  }
  if (effect === 'faster') {
    return {
      verdict: 'faster',
      detail: null,
      reason: `${between}, more than the smallest effect of ${ratioText(delta)}`,
    }
  }
  if (effect === 'slower') {
    return { verdict: 'regression', detail: null, reason: `${between}: slower with the migration` }
  }
  const band = `${ratioText(1 / delta)} to ${ratioText(delta)}`
  if (speedup.low >= 1 / delta && speedup.high <= delta) {
    return { verdict: 'unchanged', detail: null, reason: `${between}, inside ${band}` }
  }
  const advice = roundsToDecide(speedup, [delta, 1 / delta])
  return {
    verdict: 'inconclusive',
    detail: null,
    reason: `${between}, neither inside nor outside ${band}: ${advice}`,
  }
}
