// What the migration does to the plans of a query.
import type { ArmPlans } from '../../model/plan.js'
import type { PlanDifference } from '../../model/result.js'
import { alignPlans } from './align-plans.js'
import { diffLines } from './diff-plans.js'
import { planEntries } from './plan-entries.js'
import { summarisePlan } from './summarise-plan.js'

type Explained = ArmPlans['explained']

/** One difference per parameter row that was explained in both arms, in the order of `before`. */
export function comparePlans(before: Explained, after: Explained): PlanDifference[] {
  return before.flatMap(({ row, cohort, explain }) => {
    const other = after.find((entry) => entry.row === row)
    if (other === undefined) return []
    const summaries = { before: summarisePlan(explain), after: summarisePlan(other.explain) }
    const aligned = alignPlans(planEntries(explain.Plan), planEntries(other.explain.Plan))
    const diff = diffLines(aligned)
    const changed = summaries.before.tree.join('\n') !== summaries.after.tree.join('\n')
    return [{ cohort, changed, ...summaries, diff }]
  })
}

/** Does the work differ, in plan or blocks? Null where no plan tells: also where triggers work out of its sight. */
export function workDiffers(differences: readonly PlanDifference[]): boolean | null {
  if (differences.length === 0) return null
  if (differences.some(({ changed, before, after }) => changed || before.blocks !== after.blocks)) return true
  return differences.some(({ before, after }) => before.triggerCalls + after.triggerCalls > 0) ? null : false
}
