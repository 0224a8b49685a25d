// result.json: what is concluded from the evidence. Its JSON Schema is published as schemas/result.schema.json;
// any change to it raises SCHEMA_VERSION.
import { z } from 'zod'
import { headerSchema, stoppedBySchema } from './evidence.js'
import { attributionSchema } from './attribution.js'
import { comparisonSchema } from './comparison.js'
import { priceResultSchema } from './price-result.js'
import { inspectionSummarySchema } from './inspection.js'
import { planModeSchema } from './plan-mode.js'
import { groupClaimSchema } from './group-claim.js'
import {
  datasetFactsSchema,
  indexSchema,
  machineSchema,
  policySchema,
  resultCheckSchema,
  scenarioFactsSchema,
  serverFactsSchema,
  statementSchema,
} from './facts.js'
import { effectSchema, speedupSchema } from './speedup.js'

export type { Effect, Speedup } from './speedup.js'
import {
  diffLineSchema,
  findingSchema,
  misestimateSchema,
  stabilityResultSchema,
  workSchema,
} from './forensics.js'

import { checkResultSchema, failResultSchema } from './scenario-checks.js'
import { armTableSchema, pressureSchema } from './state.js'

export const SCHEMA_VERSION = 3
/** Raised when the same evidence would give another verdict or number. */
export const ANALYSIS_VERSION = 3

/** Executions that were cut off at the statement timeout: with any, the arm's latency is a lower bound. */
export const censoredSchema = z.strictObject({ before: z.int(), after: z.int() })
export type Censored = z.infer<typeof censoredSchema>

export const verdictSchema = z.enum([
  'confirmed',
  'exceeded',
  'refuted',
  'inconclusive',
  'faster',
  'unchanged',
  'regression',
  'unexplained',
  'void',
])
export type Verdict = z.infer<typeof verdictSchema>

export const armResultSchema = z.strictObject({
  medianMs: z.number().nullable(),
  minMs: z.number().nullable(),
  /** Null under 200 samples: too few to say. */
  p95Ms: z.number().nullable(),
  /** Kept executions. */
  samples: z.int(),
  /** Median over the explained executions of shared blocks hit and read; null without a plan. */
  sharedBlocks: z.number().nullable(),
  /** Indexes in the plans, sorted. */
  indexes: z.array(z.string()),
  warmedUp: z.boolean(),
})
export type ArmResult = z.infer<typeof armResultSchema>

const planSummarySchema = z.strictObject({
  /** Node types with their index or relation, in pre-order, two spaces a level. */
  tree: z.array(z.string()),
  rowsEstimated: z.number(),
  rowsActual: z.number().nullable(),
  blocks: z.number().nullable(),
  rowsRemoved: z.number(),
  heapFetches: z.number(),
  /** Triggers, foreign keys among them, do work that neither tree nor blocks show. */
  triggerCalls: z.number(),
  misestimates: z.array(misestimateSchema),
})
export type PlanSummary = z.infer<typeof planSummarySchema>

export const planDifferenceSchema = z.strictObject({
  cohort: z.string(),
  changed: z.boolean(),
  before: planSummarySchema,
  after: planSummarySchema,
  /** Both trees aligned, from top to bottom. */
  diff: z.array(diffLineSchema),
})
export type PlanDifference = z.infer<typeof planDifferenceSchema>

const planKindCountSchema = z.strictObject({ custom: z.int(), generic: z.int() })

/** Plans that the server says it made, warm-up included; null where it was not asked or does not tell (before 14). */
export const planKindCountsSchema = z.strictObject({
  before: planKindCountSchema,
  after: planKindCountSchema,
})
export type PlanKindCounts = z.infer<typeof planKindCountsSchema>
/** Milliseconds. A bound is null where the rounds so far cannot exclude anything on that side. */
const millisecondsSchema = speedupSchema
export type Milliseconds = z.infer<typeof millisecondsSchema>

/** Before − after in milliseconds, paired by round. */
export const gapSchema = millisecondsSchema
export type Gap = Milliseconds

export const latencySchema = millisecondsSchema.extend({
  /** The estimate with the client floor taken off; null unless it is under five floors. */
  aboveFloorMs: z.number().nullable(),
  /** The server's own execution time: median over the explained executions; null without a plan. */
  executionMs: z.number().nullable(),
})
export type Latency = z.infer<typeof latencySchema>

export const queryResultSchema = z.strictObject({
  name: z.string(),
  title: z.string(),
  sql: z.string(),
  role: z.string(),
  settings: z.record(z.string(), z.string()),
  planMode: planModeSchema,
  planKinds: planKindCountsSchema.nullable(),
  says: z.string().nullable(),
  claim: z.string().nullable(),
  verdict: verdictSchema,
  /** Which kind of the verdict, e.g. 'at least 10x', 'no effect', 'smaller'. */
  detail: z.string().nullable(),
  /** The verdict in words, with its numbers. */
  reason: z.string(),
  speedup: speedupSchema.nullable(),
  /** Of `before` alone: the speed-up is at least the estimate; of `after` alone: at most. */
  censored: censoredSchema,
  /** Speed-up with the client floor taken off both arms; null unless the faster arm is under five floors. */
  speedupAboveFloor: z.number().nullable(),
  gapMs: gapSchema.nullable(),
  /** With the migration. */
  latencyMs: latencySchema.nullable(),
  arms: z.strictObject({ before: armResultSchema, after: armResultSchema }),
  cohorts: z.array(
    z.strictObject({
      cohort: z.string(),
      beforeMs: z.number(),
      afterMs: z.number(),
      /** Estimated over the cohort's rounds, as the speed-up of the query is. */
      speedup: z.number(),
      /** At the confidence of the query's own; null where so few rounds leave both sides open. */
      interval: z.strictObject({ low: z.number().nullable(), high: z.number().nullable() }).nullable(),
      censored: censoredSchema,
      samples: z.int(),
    }),
  ),
  /** Files beside result.json. */
  plans: z.strictObject({ before: z.string(), after: z.string() }),
  planDifferences: z.array(planDifferenceSchema),
  work: workSchema,
  /** What the migration changed, where the query is slower with it. */
  findings: z.array(findingSchema),
  /** Indexes in the `after` plans. */
  indexesUsed: z.array(z.string()),
  results: resultCheckSchema,
})
export type QueryResult = z.infer<typeof queryResultSchema>

/** One query in two states other than before and after the migration; before ÷ after, as everywhere. */
export const comparisonResultSchema = comparisonSchema.extend({
  verdict: effectSchema,
  detail: z.string().nullable(),
  reason: z.string(),
  speedup: speedupSchema.nullable(),
  censored: censoredSchema,
  gapMs: gapSchema.nullable(),
  beforeMs: z.number().nullable(),
  afterMs: z.number().nullable(),
  /** Files beside result.json; null for a pair without plans of its own. */
  plans: z.strictObject({ before: z.string(), after: z.string() }).nullable(),
  /** Indexes in the plans of each state, sorted. */
  indexes: z.strictObject({ before: z.array(z.string()), after: z.array(z.string()) }),
  planKinds: planKindCountsSchema.nullable(),
  /** Indexes of the migration that row-level security keeps from evaluating these operators: they are not leakproof. */
  defeated: z.array(z.strictObject({ index: z.string(), operators: z.array(z.string()) })),
  /** Why the two states differ, in words; null where the plans do not say. */
  explanation: z.string().nullable(),
})
export type ComparisonResult = z.infer<typeof comparisonResultSchema>

/** What a claim is judged by, in its own terms: a ratio, a latency, an overhead or a saving, or recall, whose rounds are parameter rows. */
export const claimIntervalSchema = speedupSchema.extend({ kind: z.enum(['ratio', 'milliseconds', 'recall']) })
export type ClaimInterval = z.infer<typeof claimIntervalSchema>

export const claimVerdictSchema = verdictSchema.extract([
  'confirmed',
  'exceeded',
  'refuted',
  'inconclusive',
  'void',
])
export type ClaimVerdict = z.infer<typeof claimVerdictSchema>

/** A claim on a group of queries. */
export const claimResultSchema = groupClaimSchema.omit({ queries: true }).extend({
  verdict: claimVerdictSchema,
  detail: z.string().nullable(),
  reason: z.string(),
  /** Of the geometric mean; null where each member is judged. */
  interval: claimIntervalSchema.nullable(),
  members: z.array(
    z.strictObject({
      query: z.string(),
      /** Null where only their geometric mean is judged. */
      verdict: claimVerdictSchema.nullable(),
      detail: z.string().nullable(),
      reason: z.string(),
      interval: claimIntervalSchema.nullable(),
    }),
  ),
})
export type ClaimResult = z.infer<typeof claimResultSchema>

export const noiseFloorSchema = z.strictObject({
  /** Widest interval of the controls: an arm compared with itself. Null without controls. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Median of SELECT 1, milliseconds. */
  clientFloorMs: z.number().nullable(),
  /**
   * same arm: the query in the state before, against itself. same work: before and after, where every plan and every count
   * of blocks is equal; it costs nothing to have and raises nothing, for more indexes may truly cost more planning.
   */
  controls: z.array(
    z.strictObject({ query: z.string(), kind: z.enum(['same arm', 'same work']), speedup: speedupSchema }),
  ),
})
export type NoiseFloor = z.infer<typeof noiseFloorSchema>

/** What the readings around a block say of it. */
export const blockStateSchema = z.strictObject({
  block: z.string(),
  /** in part: an interruption ended it before the state could be read again. */
  attested: z.enum(['whole', 'in part']),
  /** Why nothing measured in it counts; null where the state held. */
  failure: z.strictObject({ detail: z.string(), reason: z.string() }).nullable(),
  /** Within the block; null where nothing counts them. */
  checkpoints: z.int().nullable(),
  /** Inserted, updated and deleted rows, rolled back or not, and the dead rows they left. */
  writtenRows: z.int(),
  deadRows: z.int(),
  /** The least share of all tables in shared buffers; null where it cannot be told. */
  residentShare: z.number().nullable(),
  /** The most that any round saw. */
  pressure: pressureSchema,
})
export type BlockState = z.infer<typeof blockStateSchema>

export const warningSchema = z.strictObject({
  code: z.string(),
  query: z.string().nullable(),
  message: z.string(),
})
export type Warning = z.infer<typeof warningSchema>

export const resultSchema = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  tool: z.strictObject({ name: z.literal('indexproof'), version: z.string(), analysisVersion: z.int() }),
  run: headerSchema.shape.run.extend({
    finishedAt: z.string(),
    measuringMs: z.number(),
    rounds: z.int(),
    stoppedBy: stoppedBySchema,
    /** What interrupted it, in words; null unless interrupted. */
    reason: z.string().nullable(),
    /** How often measuring went on after an interruption. */
    resumed: z.int(),
  }),
  machine: machineSchema,
  scenario: scenarioFactsSchema,
  dataset: datasetFactsSchema,
  server: serverFactsSchema,
  /** What the scenario did to the seeded data before both arms were made of it. */
  preparation: z.array(statementSchema),
  migration: z.strictObject({
    applied: z.boolean(),
    totalBuildMs: z.number(),
    totalSizeBytes: z.int(),
    statements: z.array(statementSchema),
    /** Each index with the queries whose plans used it. */
    indexes: z.array(indexSchema.extend({ usedBy: z.array(z.string()) })),
  }),
  policy: policySchema.extend({
    /** Smallest effect after the noise floor of this run: max of the policy's and the A/A bound. */
    delta: z.number(),
  }),
  noiseFloor: noiseFloorSchema,
  queries: z.array(queryResultSchema),
  /** On groups of queries. */
  claims: z.array(claimResultSchema),
  checks: z.array(checkResultSchema),
  /** Statements that are said to fail. */
  fails: z.array(failResultSchema),
  /** Closer looks: row-level security, generic plans, single indexes. */
  comparisons: z.array(comparisonResultSchema),
  /** Which indexes earn their keep; null where neither arm has the migration. */
  attribution: attributionSchema.nullable(),
  /** Geometric-mean speed-up over all queries; null unless every query has at least one round. */
  suite: z.strictObject({ speedup: speedupSchema.nullable(), queries: z.int() }),
  /** What the migration costs where data is written; null where that was not measured. */
  price: priceResultSchema.nullable(),
  state: z.strictObject({
    blocks: z.array(blockStateSchema),
    /** How the tables of two databases differed when measuring began; empty where both arms are one. */
    arms: z.array(armTableSchema),
  }),
  /** Do the plans survive a fresh ANALYZE? Null where the run ended before it could tell. */
  stability: stabilityResultSchema.nullable(),
  /** Key numbers of inspect-before.json and inspect-after.json; null where the run did not get there. */
  inspections: z.strictObject({
    before: inspectionSummarySchema.nullable(),
    after: inspectionSummarySchema.nullable(),
  }),
  warnings: z.array(warningSchema),
})
export type Result = z.infer<typeof resultSchema>
