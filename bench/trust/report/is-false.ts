// Which verdicts are false, where the truth is known.
import type { QueryResult } from '../../../src/model/result.js'

type Judged = Pick<QueryResult, 'verdict' | 'detail' | 'claim'>

/**
 * Of arms that are the same: whatever says that one is faster or slower. That the claim of a speed-up is refuted is
 * true, but for one that was refuted as slower or as a smaller speed-up.
 */
export function isFalseOfSame({ verdict, detail, claim }: Judged): boolean {
  switch (verdict) {
    case 'faster':
    case 'regression':
    case 'exceeded':
    case 'unexplained':
      return true
    case 'confirmed':
      return claim !== 'unchanged'
    case 'refuted':
      return claim === 'unchanged' || detail === 'slower' || detail === 'smaller'
    default:
      return false
  }
}
