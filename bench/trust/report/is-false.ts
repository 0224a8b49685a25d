// Which verdicts are false, where the truth is known.
import type { QueryResult } from '../../../src/model/result.js'

type Judged = Pick<QueryResult, 'verdict' | 'detail' | 'claim'>

/** Of arms that are the same. */
export function isFalseOfSame({ verdict, detail, claim }: Judged): boolean {
  if (verdict === 'confirmed') return claim !== 'unchanged'
  // That the claim of a speed-up is refuted is true, but for one refuted as slower or as a smaller speed-up.
  if (verdict === 'refuted') return claim === 'unchanged' || detail === 'slower' || detail === 'smaller'
  return ALARMS.has(verdict)
}

/** Whatever says that one arm is faster or slower. */
const ALARMS: ReadonlySet<Judged['verdict']> = new Set(['faster', 'regression', 'exceeded', 'unexplained'])
