// Plans of one table, as EXPLAIN prints them: with the conditions that an index evaluates, and those a filter does.
import type { ArmPlans, PlanNode } from '../../src/model/plan.js'

type Explained = ArmPlans['explained']

/** One explained execution of the first parameter row. */
export const explainedAs = (node: PlanNode): Explained => [
  { row: 0, cohort: 'largest', hit: true, explain: { Plan: node } },
]

const base = { 'Plan Rows': 1, 'Total Cost': 1 }

export const seqScan = (filter: string): PlanNode => ({
  ...base,
  'Node Type': 'Seq Scan',
  'Relation Name': 'messages',
  Filter: filter,
})

export const indexScan = (index: string, condition: string, filter?: string): PlanNode => ({
  ...base,
  'Node Type': 'Index Scan',
  'Relation Name': 'messages',
  'Index Name': index,
  'Index Cond': condition,
  Filter: filter,
})

export const bitmapScan = (index: string, condition: string, filter?: string): PlanNode => ({
  ...base,
  'Node Type': 'Bitmap Heap Scan',
  'Relation Name': 'messages',
  Filter: filter,
  Plans: [{ ...base, 'Node Type': 'Bitmap Index Scan', 'Index Name': index, 'Index Cond': condition }],
})
