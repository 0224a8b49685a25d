// What a run observed, before anything is concluded from it. samples.ndjson holds one of these records per line;
// with the plans beside it, it is all that `report` needs to say everything again, byte for byte.
import { z } from 'zod'
import { armNameSchema } from './arm-name.js'
import { comparisonSchema, pairSchema } from './comparison.js'
import {
  datasetFactsSchema,
  machineSchema,
  migrationFactsSchema,
  pairCheckSchema,
  policySchema,
  queryFactsSchema,
  scenarioFactsSchema,
  serverFactsSchema,
  statementSchema,
} from './facts.js'
import { indexFactsSchema } from './index-facts.js'
import { inspectionSummarySchema } from './inspection.js'
import { groupClaimSchema } from './group-claim.js'
import type { ArmPlans } from './plan.js'
import {
  priceEndSchema,
  pricePlanSchema,
  writeExplainedSchema,
  writeVacuumSchema,
  writeVisitSchema,
  type PriceEvidence,
} from './price.js'
import { checkFactsSchema, checkLineSchema, failFactsSchema, failLineSchema } from './scenario-checks.js'
import type { CheckLine, FailLine } from './scenario-checks.js'
import { databaseStateSchema, pressureSchema } from './state.js'
import { planChoiceSchema } from './plan-mode.js'

export const EVIDENCE_VERSION = 3

export type { ArmName } from './arm-name.js'

export const headerSchema = z.strictObject({
  type: z.literal('header'),
  evidenceVersion: z.literal(EVIDENCE_VERSION),
  tool: z.strictObject({ name: z.literal('indexproof'), version: z.string() }),
  run: z.strictObject({
    id: z.string(),
    startedAt: z.string(),
    /** aa: the migration is in neither arm. */
    arms: z.enum(['migration', 'aa']),
    /** One database entered in transactions, or a database for each arm. */
    armKind: z.enum(['transactions', 'clones']),
    /** How plans are made, as the command line said for all queries; null: as the scenario says. */
    planMode: planChoiceSchema.nullable(),
    seed: z.int(),
    budgetMs: z.number(),
    /** Time for the writes of the price phase, on top of the budget; 0 for none. */
    priceBudgetMs: z.number(),
    /** An execution that takes longer while measuring is cut off there. */
    statementTimeoutMs: z.number(),
    /** The command that repeats the run. */
    command: z.string(),
  }),
  machine: machineSchema,
  scenario: scenarioFactsSchema,
  dataset: datasetFactsSchema,
  server: serverFactsSchema,
  /** What the scenario did to the seeded data before both arms were made of it. */
  preparation: z.array(statementSchema),
  migration: migrationFactsSchema,
  policy: policySchema,
  queries: z.array(queryFactsSchema),
  /** On groups of queries. */
  claims: z.array(groupClaimSchema),
  checks: z.array(checkFactsSchema),
  fails: z.array(failFactsSchema),
  /** What is compared, chosen before the first sample. */
  comparisons: z.array(comparisonSchema),
  /** Null where neither arm has the migration. */
  indexes: indexFactsSchema.nullable(),
  /** Of pairs whose states need a check of their own. */
  pairChecks: z.array(pairCheckSchema),
})
export type EvidenceHeader = z.infer<typeof headerSchema>

export const warmUpSchema = z.strictObject({
  type: z.literal('warm-up'),
  query: z.string(),
  pair: pairSchema,
  arm: armNameSchema,
  cohort: z.string(),
  executions: z.int(),
  converged: z.boolean(),
  medianNs: z.number(),
})
export type WarmUp = z.infer<typeof warmUpSchema>

/** One execution of `SELECT 1`: what the client and the protocol cost by themselves. */
export const floorSampleSchema = z.strictObject({
  type: z.literal('floor'),
  round: z.int().min(1),
  durationNs: z.number().nonnegative(),
})
export type FloorSample = z.infer<typeof floorSampleSchema>

export const sampleSchema = z.strictObject({
  type: z.literal('sample'),
  round: z.int().min(1),
  query: z.string(),
  pair: pairSchema,
  /** Which of the pair's two states. */
  arm: armNameSchema,
  /** The order of visits that the coin chose: A is `before`. */
  coin: z.enum(['ABBA', 'BAAB']),
  /** 0 to 3: which of the four visits. */
  visit: z.int().min(0).max(3),
  /** False for the executions discarded after a switch of arms. */
  kept: z.boolean(),
  /** Index into the query's parameter rows. */
  row: z.int().min(0),
  durationNs: z.number().nonnegative(),
  /** Rows returned or changed. */
  rows: z.int(),
  error: z.string().optional(),
  /** Cut off at the statement timeout: it takes at least this long, and its rows were not counted. */
  censored: z.literal(true).optional(),
})
export type Sample = z.infer<typeof sampleSchema>

/** How often the server made which kind of plan for the measured statement of one arm, warm-up included. */
export const planKindsSchema = z.strictObject({
  type: z.literal('plan-kinds'),
  query: z.string(),
  pair: pairSchema,
  arm: armNameSchema,
  custom: z.int(),
  generic: z.int(),
})
export type PlanKinds = z.infer<typeof planKindsSchema>

/** Ends a round: what lies after the last of these in an interrupted run is half a round, and does not count. */
export const roundSchema = z.strictObject({
  type: z.literal('round'),
  block: z.string(),
  round: z.int().min(1),
  /** Comparisons of the block, by key, that are settled by now. */
  settled: z.array(z.string()),
  /** Time spent on measuring so far, milliseconds. */
  elapsedMs: z.number().nonnegative(),
  at: z.string(),
  pressure: pressureSchema,
})
export type RoundEnd = z.infer<typeof roundSchema>

/** Fewer indexes that may do, chosen from the samples so far, to be measured against all of them. */
export const subsetChoiceSchema = z.strictObject({
  type: z.literal('subset'),
  attempt: z.union([z.literal(1), z.literal(2)]),
  /** Those of the migration that stay, schema.name. */
  indexes: z.array(z.string()),
  /** Queries that use any index of the migration. */
  queries: z.array(z.string()),
})
export type SubsetChoice = z.infer<typeof subsetChoiceSchema>
/** The state of a database before the warm-up of a block, or after its last round. */
export const stateReadingSchema = z.strictObject({
  type: z.literal('state'),
  block: z.string(),
  moment: z.enum(['start', 'end']),
  /** Whose: of the one that both arms are, or of an arm's own. */
  database: z.enum(['both', 'before', 'after']),
  /** What the block compares, by key. */
  comparisons: z.array(z.string()),
  ...databaseStateSchema.shape,
})
export type StateReading = z.infer<typeof stateReadingSchema>

/** Measuring went on after an interruption, on a database made anew from the same seed. */
export const resumedSchema = z.strictObject({ type: z.literal('resumed'), at: z.string() })
export type Resumed = z.infer<typeof resumedSchema>

/** One query in one arm, planned again after each of several fresh ANALYZEs, when all was measured. */
export const stabilitySchema = z.strictObject({
  type: z.literal('stability'),
  query: z.string(),
  arm: armNameSchema,
  plans: z.array(
    z.strictObject({
      /** Index into the query's parameter rows. */
      row: z.int().min(0),
      /** The plan's tree after each ANALYZE, as planDifferences writes it. */
      trees: z.array(z.array(z.string())),
    }),
  ),
})
export type Stability = z.infer<typeof stabilitySchema>

/** The key numbers of an inspection; the whole of it is in a file of its own. */
export const inspectedSchema = z.strictObject({
  type: z.literal('inspected'),
  /** before: seeded, without the migration. after: with it, at the end of measuring. */
  moment: armNameSchema,
  summary: inspectionSummarySchema,
})
export type Inspected = z.infer<typeof inspectedSchema>

export const stoppedBySchema = z.enum(['settled', 'rounds', 'budget', 'interrupted'])
export type StoppedBy = z.infer<typeof stoppedBySchema>

export const footerSchema = z.strictObject({
  type: z.literal('footer'),
  finishedAt: z.string(),
  measuringMs: z.number(),
  /** Why measuring ended. */
  stoppedBy: stoppedBySchema,
  /** What interrupted it, in words; null unless interrupted. */
  reason: z.string().nullable(),
})
export type EvidenceFooter = z.infer<typeof footerSchema>

export const evidenceLineSchema = z.discriminatedUnion('type', [
  headerSchema,
  warmUpSchema,
  floorSampleSchema,
  sampleSchema,
  planKindsSchema,
  roundSchema,
  subsetChoiceSchema,
  stateReadingSchema,
  resumedSchema,
  pricePlanSchema,
  writeVisitSchema,
  writeExplainedSchema,
  writeVacuumSchema,
  priceEndSchema,
  checkLineSchema,
  failLineSchema,
  stabilitySchema,
  inspectedSchema,
  footerSchema,
])
export type EvidenceLine = z.infer<typeof evidenceLineSchema>

export interface Evidence {
  readonly header: EvidenceHeader
  readonly warmUps: readonly WarmUp[]
  readonly floor: readonly FloorSample[]
  readonly samples: readonly Sample[]
  readonly planKinds: readonly PlanKinds[]
  readonly rounds: readonly RoundEnd[]
  readonly subsets: readonly SubsetChoice[]
  readonly states: readonly StateReading[]
  readonly resumed: readonly Resumed[]
  /** Null where the price was not asked for, and before it is. */
  readonly price: PriceEvidence | null
  /** Empty where the run ended before they were asked. */
  readonly checks: readonly CheckLine[]
  readonly fails: readonly FailLine[]
  /** Empty while the run is still measuring, and where it was interrupted. */
  readonly stability: readonly Stability[]
  /** The last of each moment counts. */
  readonly inspected: readonly Inspected[]
  /** Null while the run is still measuring, and where it was killed. */
  readonly footer: EvidenceFooter | null
  readonly plans: readonly ArmPlans[]
}
