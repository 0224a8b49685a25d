// EXPLAIN (FORMAT JSON) as PostgreSQL 13 to 18 print it; only what we read is named, the rest is kept.
import { z } from 'zod'
import { pairSchema } from './comparison.js'

export interface PlanNode {
  readonly 'Node Type': string
  readonly 'Index Name'?: string | undefined
  readonly 'Relation Name'?: string | undefined
  readonly 'Index Cond'?: string | undefined
  readonly Filter?: string | undefined
  readonly 'Plan Rows': number
  readonly 'Total Cost': number
  readonly 'Actual Rows'?: number | undefined
  readonly 'Actual Loops'?: number | undefined
  readonly 'Rows Removed by Filter'?: number | undefined
  readonly 'Rows Removed by Index Recheck'?: number | undefined
  readonly 'Heap Fetches'?: number | undefined
  readonly 'Shared Hit Blocks'?: number | undefined
  readonly 'Shared Read Blocks'?: number | undefined
  readonly 'Shared Dirtied Blocks'?: number | undefined
  readonly Plans?: readonly PlanNode[] | undefined
}

const count = z.number().optional()

export const planNodeSchema: z.ZodType<PlanNode> = z.looseObject({
  'Node Type': z.string(),
  'Index Name': z.string().optional(),
  'Relation Name': z.string().optional(),
  'Index Cond': z.string().optional(),
  Filter: z.string().optional(),
  'Plan Rows': z.number(),
  'Total Cost': z.number(),
  'Actual Rows': count,
  'Actual Loops': count,
  'Rows Removed by Filter': count,
  'Rows Removed by Index Recheck': count,
  'Heap Fetches': count,
  'Shared Hit Blocks': count,
  'Shared Read Blocks': count,
  'Shared Dirtied Blocks': count,
  get Plans() {
    return z.array(planNodeSchema).optional()
  },
})

const triggerSchema = z.looseObject({
  'Trigger Name': z.string(),
  'Constraint Name': z.string().optional(),
  Time: z.number().optional(),
  Calls: z.number(),
})

export const explainSchema = z.looseObject({
  Plan: planNodeSchema,
  'Planning Time': z.number().optional(),
  'Execution Time': z.number().optional(),
  Triggers: z.array(triggerSchema).optional(),
})
export type Explain = z.infer<typeof explainSchema>

/** The plans of one query in one state of a pair: one explained execution per cohort. */
export const armPlansSchema = z.strictObject({
  query: z.string(),
  pair: pairSchema,
  arm: z.enum(['before', 'after']),
  explained: z.array(
    z.strictObject({ row: z.int(), cohort: z.string(), hit: z.boolean(), explain: explainSchema }),
  ),
})
export type ArmPlans = z.infer<typeof armPlansSchema>
