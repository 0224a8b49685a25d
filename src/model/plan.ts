// EXPLAIN (FORMAT JSON) as PostgreSQL 13 to 18 print it; only what we read is named, the rest is kept.
import { z } from 'zod'
import { pairSchema } from './comparison.js'

export interface PlanNode {
  readonly 'Node Type': string
  readonly 'Index Name'?: string | undefined
  readonly 'Relation Name'?: string | undefined
  /** Of the relation; under VERBOSE only. */
  readonly Schema?: string | undefined
  readonly Alias?: string | undefined
  /** Inner, Left, Semi, Anti … of a join. */
  readonly 'Join Type'?: string | undefined
  /** Plain, Sorted, Hashed … of an aggregate. */
  readonly Strategy?: string | undefined
  /** Outer, Inner, Member, SubPlan, InitPlan: what the node is to the one above. */
  readonly 'Parent Relationship'?: string | undefined
  readonly 'Index Cond'?: string | undefined
  /** Of an index that gives rows in this order, as those of pgvector do. */
  readonly 'Order By'?: string | undefined
  readonly Filter?: string | undefined
  readonly 'Plan Rows': number
  readonly 'Total Cost': number
  readonly 'Actual Rows'?: number | undefined
  readonly 'Actual Loops'?: number | undefined
  readonly 'Rows Removed by Filter'?: number | undefined
  readonly 'Rows Removed by Index Recheck'?: number | undefined
  readonly 'Rows Removed by Join Filter'?: number | undefined
  readonly 'Heap Fetches'?: number | undefined
  readonly 'Shared Hit Blocks'?: number | undefined
  readonly 'Shared Read Blocks'?: number | undefined
  readonly 'Shared Dirtied Blocks'?: number | undefined
  readonly 'Temp Read Blocks'?: number | undefined
  readonly 'Temp Written Blocks'?: number | undefined
  readonly 'WAL Records'?: number | undefined
  readonly 'WAL Bytes'?: number | undefined
  readonly Plans?: readonly PlanNode[] | undefined
}

const count = z.number().optional()
const text = z.string().optional()

export const planNodeSchema: z.ZodType<PlanNode> = z.looseObject({
  'Node Type': z.string(),
  'Index Name': text,
  'Relation Name': text,
  Schema: text,
  Alias: text,
  'Join Type': text,
  Strategy: text,
  'Parent Relationship': text,
  'Index Cond': text,
  'Order By': text,
  Filter: text,
  'Plan Rows': z.number(),
  'Total Cost': z.number(),
  'Actual Rows': count,
  'Actual Loops': count,
  'Rows Removed by Filter': count,
  'Rows Removed by Index Recheck': count,
  'Rows Removed by Join Filter': count,
  'Heap Fetches': count,
  'Shared Hit Blocks': count,
  'Shared Read Blocks': count,
  'Shared Dirtied Blocks': count,
  'Temp Read Blocks': count,
  'Temp Written Blocks': count,
  'WAL Records': count,
  'WAL Bytes': count,
  get Plans() {
    return z.array(planNodeSchema).optional()
  },
})

const triggerSchema = z.looseObject({
  'Trigger Name': z.string(),
  'Constraint Name': z.string().optional(),
  /** That the trigger is on. */
  Relation: z.string().optional(),
  Time: z.number().optional(),
  Calls: z.number(),
})

export const explainSchema = z.looseObject({
  Plan: planNodeSchema,
  /** Blocks of the catalogs that planning read. */
  Planning: z.looseObject({ 'Shared Hit Blocks': count, 'Shared Read Blocks': count }).optional(),
  'Planning Time': z.number().optional(),
  'Execution Time': z.number().optional(),
  Triggers: z.array(triggerSchema).optional(),
})
export type Explain = z.infer<typeof explainSchema>

/** The plans of one query in one state of a pair: one explained execution per cohort, and how long planning alone takes. */
export const armPlansSchema = z.strictObject({
  query: z.string(),
  pair: pairSchema,
  arm: z.enum(['before', 'after']),
  explained: z.array(
    z.strictObject({ row: z.int(), cohort: z.string(), hit: z.boolean(), explain: explainSchema }),
  ),
  /** Of the main pair only: times of a plain EXPLAIN of the first of these rows, in visits that take turns with the other arm's. */
  planningMs: z.array(z.number()),
})
export type ArmPlans = z.infer<typeof armPlansSchema>
