// Where the plans of a query in one state of a pair lie in the folder of a run.
import { pairKind, type Comparison, type Pair } from './comparison.js'
import type { ArmName } from './evidence.js'

/** The states of the others are explained by the plans of the main pair. */
export const hasPlans = (pair: Pair): boolean => ['main', 'policy', 'generic'].includes(pairKind(pair))

/** plans/inbox.before.json; plans/inbox.policy.before.json */
export const planFile = ({ query, pair }: Comparison, arm: ArmName): string =>
  `plans/${query}.${pair === 'main' ? '' : `${pair}.`}${arm}.json`
