// result.json: what is concluded from the evidence. Its JSON Schema is published as schemas/result.schema.json;
// any change to it raises SCHEMA_VERSION.
import { z } from 'zod'
import { headerSchema, stoppedBySchema } from './evidence.js'
import { comparisonSchema } from './comparison.js'
import { priceResultSchema } from './price-result.js'
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

export const SCHEMA_VERSION = 2
/** Raised when the same evidence would give another verdict or number. */
export const ANALYSIS_VERSION = 2

/** before ÷ after. A bound is null where the rounds so far cannot exclude anything on that side. */
export const speedupSchema = z.strictObject({
  estimate: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Confidence of the interval, after sharing alpha among claims and looks. */
  confidence: z.number(),
  rounds: z.int(),
})
export type Speedup = z.infer<typeof speedupSchema>

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
})
export type PlanSummary = z.infer<typeof planSummarySchema>

export const planDifferenceSchema = z.strictObject({
  cohort: z.string(),
  changed: z.boolean(),
  before: planSummarySchema,
  after: planSummarySchema,
})
export type PlanDifference = z.infer<typeof planDifferenceSchema>

export const queryResultSchema = z.strictObject({
  name: z.string(),
  title: z.string(),
  sql: z.string(),
  role: z.string(),
  settings: z.record(z.string(), z.string()),
  claim: z.string().nullable(),
  verdict: verdictSchema,
  /** Which kind of the verdict, e.g. 'at least 10x', 'no effect', 'smaller'. */
  detail: z.string().nullable(),
  /** The verdict in words, with its numbers. */
  reason: z.string(),
  speedup: speedupSchema.nullable(),
  /** Speed-up with the client floor taken off both arms; null unless the faster arm is under five floors. */
  speedupAboveFloor: z.number().nullable(),
  arms: z.strictObject({ before: armResultSchema, after: armResultSchema }),
  cohorts: z.array(
    z.strictObject({
      cohort: z.string(),
      beforeMs: z.number(),
      afterMs: z.number(),
      speedup: z.number(),
      samples: z.int(),
    }),
  ),
  /** Files beside result.json. */
  plans: z.strictObject({ before: z.string(), after: z.string() }),
  planDifferences: z.array(planDifferenceSchema),
  /** Indexes in the `after` plans. */
  indexesUsed: z.array(z.string()),
  results: resultCheckSchema,
})
export type QueryResult = z.infer<typeof queryResultSchema>

export const effectSchema = z.enum(['faster', 'slower', 'unchanged', 'inconclusive', 'void'])
export type Effect = z.infer<typeof effectSchema>

/** Before − after in milliseconds, paired by round. */
export const gapSchema = z.strictObject({
  estimate: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  confidence: z.number(),
  rounds: z.int(),
})
export type Gap = z.infer<typeof gapSchema>

/** One query in two states other than before and after the migration; before ÷ after, as everywhere. */
export const comparisonResultSchema = comparisonSchema.extend({
  verdict: effectSchema,
  detail: z.string().nullable(),
  reason: z.string(),
  speedup: speedupSchema.nullable(),
  gapMs: gapSchema.nullable(),
  beforeMs: z.number().nullable(),
  afterMs: z.number().nullable(),
})
export type ComparisonResult = z.infer<typeof comparisonResultSchema>

export const noiseFloorSchema = z.strictObject({
  /** Widest interval of the controls: an arm compared with itself. Null without controls. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Median of SELECT 1, milliseconds. */
  clientFloorMs: z.number().nullable(),
  controls: z.array(z.strictObject({ query: z.string(), speedup: speedupSchema })),
})
export type NoiseFloor = z.infer<typeof noiseFloorSchema>

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
  /** Closer looks: row-level security, generic plans, single indexes. */
  comparisons: z.array(comparisonResultSchema),
  /** Geometric-mean speed-up over all queries; null unless every query has at least one round. */
  suite: z.strictObject({ speedup: speedupSchema.nullable(), queries: z.int() }),
  /** What the migration costs where data is written; null where that was not measured. */
  price: priceResultSchema.nullable(),
  warnings: z.array(warningSchema),
})
export type Result = z.infer<typeof resultSchema>
