// EXPLAIN output of synthetic evidence: a filtered sequential scan before, an index scan after.
import type { ArmPlans, PlanNode } from '../../src/model/plan.js'
import { indexOf } from './evidence-header.js'
import type { SyntheticQuery } from './evidence.js'

/** Both arms of one query, one explained execution per cohort. */
export function syntheticPlans(query: SyntheticQuery, arms: 'migration' | 'aa'): ArmPlans[] {
  const indexed = query.planChanges && arms === 'migration'
  return [
    {
      query: query.name,
      pair: 'main',
      arm: 'before',
      explained: explained(seqScan, 0.2),
      planningMs: [0.19, 0.2, 0.2, 0.21],
    },
    {
      query: query.name,
      pair: 'main',
      arm: 'after',
      explained: explained(indexed ? indexScan(query.name) : seqScan, indexed ? 0.3 : 0.2),
      planningMs: indexed ? [0.28, 0.3, 0.3, 0.33] : [0.19, 0.2, 0.2, 0.21],
    },
  ]
}

function explained(scan: PlanNode, planningMs: number): ArmPlans['explained'] {
  return ['largest', 'median', 'tail'].map((cohort, row) => ({
    row,
    cohort,
    hit: true,
    explain: { Plan: underLimit(scan), 'Planning Time': planningMs, 'Execution Time': 5 },
  }))
}

const seqScan: PlanNode = {
  'Node Type': 'Seq Scan',
  'Relation Name': 'messages',
  'Plan Rows': 500,
  'Total Cost': 1200,
  'Actual Rows': 20,
  'Actual Loops': 1,
  'Rows Removed by Filter': 49_980,
  'Shared Hit Blocks': 900,
  'Shared Read Blocks': 100,
}

const indexScan = (query: string): PlanNode => ({
  'Node Type': 'Index Scan',
  'Index Name': indexOf(query),
  'Relation Name': 'messages',
  'Plan Rows': 500,
  'Total Cost': 60,
  'Actual Rows': 20,
  'Actual Loops': 1,
  'Shared Hit Blocks': 23,
  'Shared Read Blocks': 0,
})

const underLimit = (scan: PlanNode): PlanNode => ({
  'Node Type': 'Limit',
  'Plan Rows': 20,
  'Total Cost': scan['Total Cost'],
  'Actual Rows': 20,
  'Actual Loops': 1,
  'Shared Hit Blocks': scan['Shared Hit Blocks'],
  'Shared Read Blocks': scan['Shared Read Blocks'],
  Plans: [scan],
})
