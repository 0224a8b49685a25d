// When a query needs no further rounds.
import type { Policy } from '../model/facts.js'
import type { ComparisonResult, QueryResult } from '../model/result.js'
import { VOID } from './voidness.js'

/**
 * True when the verdict is and the half-width of ln speed-up is under ln(1 + settledHalfWidth). A query that is void for
 * what no round can mend (different results, errors) is settled too: its latency would only spend the others' time.
 */
export function isSettled(
  { verdict, detail, speedup }: Pick<QueryResult | ComparisonResult, 'verdict' | 'detail' | 'speedup'>,
  { settledHalfWidth }: Policy,
): boolean {
  if (verdict === 'void') return detail !== VOID.controls && detail !== VOID.rounds
  if (verdict === 'inconclusive' || speedup === null || speedup.low === null || speedup.high === null)
    return false
  return Math.log(speedup.high / speedup.low) / 2 < Math.log(1 + settledHalfWidth)
}
