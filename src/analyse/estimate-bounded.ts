// Estimate and interval where some differences are only known to lie beyond what was seen. Each bound comes from the end
// that is worst for it, so its confidence holds whatever the executions that were cut off would have taken.
import { estimateLocation, type Location } from './estimate-location.js'
import type { BoundedDifferences, Differences } from './round-differences.js'

/** The estimate is that of what was seen; a bound is null where too many rounds leave it open. Null without a round. */
export function estimateBounded(
  { observed, least, most }: BoundedDifferences,
  alpha: number,
): Location | null {
  if (observed.size === 0) return null
  const { estimate } = locate(observed, alpha)
  return {
    estimate,
    low: finiteOrNull(locate(least, alpha).low),
    high: finiteOrNull(locate(most, alpha).high),
  }
}

const locate = (differences: Differences, alpha: number): Location =>
  estimateLocation([...differences.values()], alpha)

const finiteOrNull = (bound: number | null): number | null =>
  bound !== null && Number.isFinite(bound) ? bound : null
