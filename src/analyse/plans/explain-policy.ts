// Why a query is slower under row-level security: the policy is evaluated before any operator that could leak a row, so an index cannot
// be searched by such an operator.
import type { PairCheck } from '../../model/facts.js'
import type { ArmPlans } from '../../model/plan.js'
import type { ComparisonResult } from '../../model/result.js'
import { comparePlans } from './compare-plans.js'
import { lostConditions } from './lost-conditions.js'
import { indexesIn } from './summarise-plan.js'

type Explanation = Pick<ComparisonResult, 'defeated' | 'explanation'>

/** `before` is without the policies. `operators` are those looked up when the pair was checked; `made` the migration's indexes. */
export function explainPolicy(
  before: ArmPlans['explained'],
  after: ArmPlans['explained'],
  operators: PairCheck['operators'],
  made: readonly string[],
): Explanation {
  const [open, secured] = [indexesOf(before), indexesOf(after)]
  const defeated = lostConditions(before, after).flatMap(({ index, operators: lost }) => {
    const leaky = lost.filter((operator) => isLeaky(operators, index, operator))
    return leaky.length === 0 ? [] : [{ index, operators: leaky }]
  })
  const named = new Set(defeated.map(({ index }) => index))
  const left = open.filter((index) => made.includes(index) && !secured.includes(index) && !named.has(index))
  const sentences = [
    ...defeated.map((one) => defeatSentence(one, secured.includes(one.index))),
    ...left.map((index) => `with it the plan does without index ${index}, by the planner's choice`),
  ]
  if (sentences.length > 0) return { defeated, explanation: sentences.join('; ') }
  const changed = comparePlans(before, after).some((difference) => difference.changed)
  return { defeated, explanation: changed ? 'the condition of the policy leads to another plan' : null }
}

const isLeaky = (facts: PairCheck['operators'], index: string, operator: string): boolean =>
  facts.some((fact) => fact.index === index && fact.operator === operator && !fact.leakproof)

function defeatSentence({ index, operators }: Explanation['defeated'][number], isUsed: boolean): string {
  const list = operators.join(', ')
  const why = `the ${operators.length === 1 ? `operator ${list} is` : `operators ${list} are`} not leakproof`
  return isUsed
    ? `row-level security keeps index ${index} from searching by ${list}: ${why}`
    : `row-level security keeps the planner from index ${index}: ${why}`
}

const indexesOf = (explained: ArmPlans['explained']): readonly string[] =>
  indexesIn(explained.map(({ explain }) => explain))
