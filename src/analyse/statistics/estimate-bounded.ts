// Estimate and interval where some differences are only known to lie beyond what was seen. Each bound comes from the end
// that is worst for it, so its confidence holds whatever the executions that were cut off would have taken.
import { estimateLocation, type Location } from './estimate-location.js'
import { estimateMedian } from './estimate-median.js'
import type { BoundedDifferences, Differences } from './round-differences.js'

type Locate = (values: readonly number[], alpha: number) => Location

/** The estimate is that of what was seen; a bound is null where too many rounds leave it open. Null without a round. */
const estimateBy =
  (locate: Locate) =>
  ({ observed, least, most }: BoundedDifferences, alpha: number): Location | null => {
    if (observed.size === 0) return null
    const locateAll = (differences: Differences): Location => locate([...differences.values()], alpha)
    const seen = locateAll(observed)
    return {
      estimate: seen.estimate,
      low: least === observed ? seen.low : finiteOrNull(locateAll(least).low),
      high: most === observed ? seen.high : finiteOrNull(locateAll(most).high),
    }
  }

/** By signed ranks: for differences that are symmetric where the arms do not differ. */
export const estimateBounded = estimateBy(estimateLocation)

/** By the sign test: for what is in milliseconds. */
export const estimateBoundedMedian = estimateBy(estimateMedian)

const finiteOrNull = (bound: number | null): number | null =>
  bound !== null && Number.isFinite(bound) ? bound : null
