// A query of which nothing was claimed: did the migration help it, harm it, or leave it alone?
import { judgeEffect } from './judge-effect.js'
import type { Bounded, Judgement } from './judgement.js'
import { betweenText } from './ratio-text.js'

/**
 * faster, regression, unchanged or inconclusive; unexplained where latency differs but the work does not. Work (plan and
 * blocks) repeats exactly, time does not: where the plans show no cause, time alone raises no alarm and earns no praise.
 * `workDiffers` is null where there is no plan to tell: then time is all there is.
 */
export function judgeUnclaimed(speedup: Bounded, delta: number, workDiffers: boolean | null): Judgement {
  const { verdict, detail, reason } = judgeEffect(speedup, delta)
  if ((verdict === 'faster' || verdict === 'slower') && workDiffers === false) {
    const unexplained = `${betweenText(speedup)}, yet both arms have the same plans and read the same blocks: look at cache`
    return { verdict: 'unexplained', detail: verdict, reason: unexplained }
  }
  if (verdict !== 'slower') return { verdict, detail, reason }
  return { verdict: 'regression', detail, reason: `${betweenText(speedup)}: slower with the migration` }
}
