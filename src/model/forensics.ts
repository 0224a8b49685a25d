// The second line of evidence in result.json: work that repeats where time does not, and why a plan became another.
import { z } from 'zod'
import { armNameSchema } from './arm-name.js'

const perExecution = z.number().nullable()

/** One query in one arm, medians over its explained executions; null where no plan tells. */
export const armWorkSchema = z.strictObject({
  /** Hit and read. */
  sharedBlocks: perExecution,
  dirtiedBlocks: perExecution,
  /** Read and written: what did not fit into work_mem. */
  tempBlocks: perExecution,
  /** Read and thrown away: by filters, join filters and rechecks. */
  rowsRemoved: perExecution,
  /** Rows that an index-only scan had to look up in the table. */
  heapFetches: perExecution,
  /** Calls of triggers, foreign keys among them; what they do is in no plan and in no count of blocks. */
  triggerCalls: perExecution,
  walRecords: perExecution,
  walBytes: perExecution,
  /** Of plain EXPLAINs; the timed executions plan every time too. */
  planningMs: perExecution,
  /** Blocks of the catalogs that planning read, in the explained executions. */
  planningBlocks: perExecution,
  /** PostgreSQL's own time for the explained executions: instrumented, and of few executions. */
  executionMs: perExecution,
})
export type ArmWork = z.infer<typeof armWorkSchema>

/** The time's part first, the blocks' second. */
export const agreementCodeSchema = z.enum([
  'faster, fewer blocks',
  'faster, same blocks',
  'faster, more blocks',
  'slower, more blocks',
  'slower, same blocks',
  'slower, fewer blocks',
  'same time, same blocks',
  'same time, fewer blocks',
  'same time, more blocks',
  'undecided, fewer blocks',
  'undecided, same blocks',
  'undecided, more blocks',
  'unknown',
])
export type AgreementCode = z.infer<typeof agreementCodeSchema>

export const workSchema = z.strictObject({
  before: armWorkSchema,
  after: armWorkSchema,
  /** Shared blocks, before ÷ after: the geometric mean over the cohorts. Above 1: fewer with the migration. */
  blocksRatio: z.number().nullable(),
  /** What work says of the time that was measured. */
  agreement: z.strictObject({ code: agreementCodeSchema, text: z.string() }),
})
export type Work = z.infer<typeof workSchema>

/** A line of two aligned plans; each text as in its own tree, null where the node is not in it. */
export const diffLineSchema = z.strictObject({
  mark: z.enum(['kept', 'changed', 'added', 'removed']),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type DiffLine = z.infer<typeof diffLineSchema>

/** A node that the planner expected ten times more or fewer rows of than came. */
export const misestimateSchema = z.strictObject({
  node: z.string(),
  /** Rows per loop. */
  estimated: z.number(),
  actual: z.number(),
  /** The larger ÷ the smaller, both at least 1. */
  factor: z.number(),
})
export type Misestimate = z.infer<typeof misestimateSchema>

const findingCodeSchema = z.enum([
  'planning',
  'index-for-order',
  'new-index',
  'other-access',
  'index-only-lost',
  'join-order',
  'join-method',
  'sort-added',
  'sort-removed',
  'spill',
  'parallel-lost',
  'more-blocks',
  'misestimate',
])

/** Something that the migration changed about a query that is slower with it. */
export const findingSchema = z.strictObject({
  code: findingCodeSchema,
  /** Where it is seen; the text has the numbers of the first. */
  cohorts: z.array(z.string()),
  text: z.string(),
})
export type Finding = z.infer<typeof findingSchema>

export const unstablePlanSchema = z.strictObject({
  query: z.string(),
  arm: armNameSchema,
  cohort: z.string(),
  /** After how many of the fresh ANALYZEs the planner chose another plan. */
  flips: z.int(),
  /** The tree of the plan that was measured. */
  measured: z.array(z.string()),
  /** The trees that were chosen instead, each once. */
  others: z.array(z.array(z.string())),
})
export type UnstablePlan = z.infer<typeof unstablePlanSchema>

export const stabilityResultSchema = z.strictObject({
  /** Fresh ANALYZEs in each arm. */
  analyses: z.int(),
  /** Plans (of a query in an arm for a cohort) that were made again after each. */
  plans: z.int(),
  unstable: z.array(unstablePlanSchema),
})
export type StabilityResult = z.infer<typeof stabilityResultSchema>
