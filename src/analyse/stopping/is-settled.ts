// When a query needs no further rounds.
import type { Policy } from '../../model/facts.js'
import { isInMilliseconds, parseClaim } from '../../model/claim.js'
import type { ComparisonResult, QueryResult, Speedup } from '../../model/result.js'
import { boundsOf, type Bounds } from '../judge/ratio-text.js'
import { isVoidForGood } from '../judge/voidness.js'

type Judged = Pick<QueryResult | ComparisonResult, 'verdict' | 'detail' | 'speedup'> &
  Partial<Pick<QueryResult, 'claim'>>

/**
 * True when the verdict is and the half-width of ln speed-up is under ln(1 + settledHalfWidth); where executions were cut off and
 * one side stays open for good, the distance to the other. A query that is void for
 * what no round can mend (different results, errors) is settled too: its latency would only spend the others' time.
 */
export function isSettled(
  { verdict, detail, speedup, claim = null }: Judged,
  { settledHalfWidth, smallestEffect }: Policy,
): boolean {
  if (verdict === 'void') return isVoidForGood({ verdict, detail })
  if (verdict === 'inconclusive' || speedup === null) return false
  if (verdict !== 'refuted' && !isOfTime(claim) && leansOnNoise(boundsOf(speedup), smallestEffect))
    return false
  return halfWidthOf(speedup) < Math.log(1 + settledHalfWidth)
}

/** What a claim in milliseconds asserts of the ratio, it asserts beyond any noise of the controls. */
function isOfTime(text: string | null): boolean {
  const claim = text === null ? null : parseClaim(text)
  return claim !== null && 'kind' in claim && isInMilliseconds(claim)
}

function halfWidthOf({ estimate, low, high }: Speedup): number {
  if (low !== null && high !== null) return Math.log(high / low) / 2
  if (low !== null) return Math.log(estimate / low)
  return high === null ? Infinity : Math.log(high / estimate)
}

/**
 * Does the verdict hold only because the controls are noisy so far? The smallest effect that a run can tell shrinks with
 * more rounds: what is unchanged within ±8 % at the first look is inconclusive within ±5 % at the last, and by then its
 * query would have left the rounds. In simulated A/A reports 91 of 480 verdicts got lost that way.
 */
export const leansOnNoise = ({ low, high }: Bounds, smallestEffect: number): boolean =>
  [smallestEffect, 1 / smallestEffect].some((edge) => low < edge && edge < high)
