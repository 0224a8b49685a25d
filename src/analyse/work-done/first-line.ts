// What time alone says of a query, and the plans that a second line is drawn from.
import type { PlanDifference, QueryResult, Speedup } from '../../model/result.js'
import type { Judgement } from '../judge/judgement.js'
import type { ExplainedArm } from './summarise-work.js'

export interface FirstLine {
  readonly judgement: Judgement
  readonly speedup: Speedup | null
  readonly delta: number
  /** After − before, milliseconds; 0 without a round. */
  readonly gapMs: number
  readonly cohorts: QueryResult['cohorts']
  readonly before: ExplainedArm
  readonly after: ExplainedArm
  readonly planDifferences: readonly PlanDifference[]
  /** Names of the indexes that the migration made. */
  readonly newIndexes: ReadonlySet<string>
}
