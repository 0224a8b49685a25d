// The second line of evidence of one query: what its work says of its time, what changed where it is slower, and the
// verdict with that in mind.
import type { Finding, Work } from '../../model/forensics.js'
import type { ArmPlans } from '../../model/plan.js'
import type { PlanDifference, QueryResult, Speedup } from '../../model/result.js'
import type { Judgement } from '../judgement.js'
import { agreementOf, timeOf } from './agreement.js'
import { explainJudgement } from './explain-judgement.js'
import { findingsOf } from './findings.js'
import { planningShare } from './planning-share.js'
import { blocksRatio, summariseWork, type ExplainedArm } from './summarise-work.js'

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

export function secondLine(
  line: FirstLine,
): Judgement & { readonly work: Work; readonly findings: Finding[] } {
  const { judgement, speedup, delta, gapMs, before, after, planDifferences } = line
  const time = timeOf(judgement.verdict, speedup, delta)
  const counts = {
    before: summariseWork(before),
    after: summariseWork(after),
    blocksRatio: blocksRatio(before, after),
  }
  const planning = planningShare(before.planningMs, after.planningMs, gapMs)
  const planChanged = planDifferences.some(({ changed }) => changed)
  const agreement = agreementOf({ time, ...counts, planning, planChanged })
  const findings = time === 'slower' ? findingsOf(line, planning) : []
  return {
    ...explainJudgement(judgement, { speedup, time, planning, findings }),
    work: { ...counts, agreement },
    findings,
  }
}

/** What was explained of a query in an arm; empty while there are no plans. */
export const explainedArm = (plans: readonly ArmPlans[]): ExplainedArm => ({
  explained: plans.flatMap(({ explained }) => explained),
  planningMs: plans.flatMap(({ planningMs }) => planningMs),
})
