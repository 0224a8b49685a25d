// What the plans of a closer look say of it.
import type { Comparison } from '../../model/comparison.js'
import type { ArmName, Evidence } from '../../model/evidence.js'
import { planFile } from '../../model/plan-file.js'
import type { ArmPlans } from '../../model/plan.js'
import type { ComparisonResult } from '../../model/result.js'
import { explainGeneric } from './explain-generic.js'
import { explainPolicy } from './explain-policy.js'
import { checkOf } from '../state/pair-conditions.js'
import { planKindsOf } from './plan-kinds.js'
import { explainedOf } from '../summaries/summarise-arm.js'
import { indexesIn } from './summarise-plan.js'

type Explained = ArmPlans['explained']
type PairDescription = Pick<ComparisonResult, 'plans' | 'indexes' | 'planKinds' | 'defeated' | 'explanation'>

export function describePair(comparison: Comparison, evidence: Evidence): PairDescription {
  const { query, pair } = comparison
  const ofArm = (arm: ArmName): Explained => explainedOf(evidence, query, arm, pair)
  const [before, after] = [ofArm('before'), ofArm('after')]
  const file = (arm: ArmName): string => planFile(comparison, arm)
  return {
    plans: before.length === 0 ? null : { before: file('before'), after: file('after') },
    indexes: {
      before: indexesIn(before.map(({ explain }) => explain)),
      after: indexesIn(after.map(({ explain }) => explain)),
    },
    planKinds: planKindsOf(evidence, comparison),
    ...explain(comparison, evidence, before, after),
  }
}

function explain(
  comparison: Comparison,
  { header }: Evidence,
  before: Explained,
  after: Explained,
): Pick<PairDescription, 'defeated' | 'explanation'> {
  const { indexes } = header.migration
  if (comparison.pair === 'policy') {
    const made = indexes.map(({ name }) => name)
    return explainPolicy(before, after, checkOf(header, comparison)?.operators ?? [], made)
  }
  const explanation = comparison.pair === 'generic' ? explainGeneric(before, after, indexes) : null
  return { defeated: [], explanation }
}
