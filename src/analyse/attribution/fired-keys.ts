// Which foreign keys a statement checks from the parent's side: there it looks for referencing rows.
import type { ForeignKey } from '../../model/index-facts.js'
import type { ArmPlans } from '../../model/plan.js'

/** PostgreSQL names the triggers on the parent so; those on the child (…_c_…) look up the parent by its key. */
const PARENT_SIDE = /^RI_ConstraintTrigger_a_/

/** Of the explained executions of one query. */
export function firedKeys(
  explained: ArmPlans['explained'],
  foreignKeys: readonly ForeignKey[],
): readonly ForeignKey[] {
  const triggers = explained.flatMap(({ explain }) => explain.Triggers ?? [])
  const fired = triggers.filter((trigger) => PARENT_SIDE.test(trigger['Trigger Name']) && trigger.Calls > 0)
  return foreignKeys.filter(({ constraint, references }) =>
    fired.some(
      (trigger) =>
        trigger['Constraint Name'] === constraint &&
        (trigger.Relation === undefined || references.endsWith(`.${trigger.Relation}`)),
    ),
  )
}
