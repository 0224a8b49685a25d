// What is concluded of a sweep: sweep.json holds it, with the evidence it was concluded from.
import { z } from 'zod'
import { speedupSchema } from '../speedup.js'
import { listsRuleNameSchema } from './lists-rules.js'
import { filterCaseSchema, filterEvidenceSchema, filterSideSchema, harmSchema } from './filter-evidence.js'
import { lifeCheckpointSchema } from './life-checkpoint.js'
import { rebuildAdviceSchema } from './rebuild-advice.js'
import { sweepEvidenceSchema } from './sweep-evidence.js'
import { searchSettingsSchema, vectorIndexSchema } from './vector-index.js'
import { pointPlanSchema } from './vector-point.js'

export const SWEEP_VERSION = 2

/** Mean over queries; two-sided, 95 %, by bootstrap. */
export const recallIntervalSchema = z.strictObject({ mean: z.number(), low: z.number(), high: z.number() })
export type RecallInterval = z.infer<typeof recallIntervalSchema>

/** What the answers of many queries come to. All null of what was not measured. */
export const searchSummarySchema = z.strictObject({
  recall: recallIntervalSchema.nullable(),
  medianMs: z.number().nullable(),
  p95Ms: z.number().nullable(),
  /** Queries that returned fewer rows than there were to return. */
  shortShare: z.number(),
  /** Rows returned ÷ rows there were to return, over all queries. */
  returnedShare: z.number(),
})
export type SearchSummary = z.infer<typeof searchSummarySchema>

export const sweptPointSchema = z.strictObject({
  index: vectorIndexSchema,
  search: searchSettingsSchema,
  queries: z.enum(['tuning', 'reporting']),
  ...searchSummarySchema.shape,
  forced: pointPlanSchema,
  natural: pointPlanSchema,
  voidBecause: z.string().nullable(),
  /** Whether no other point of the same queries has more recall for no more time. */
  front: z.strictObject({ p95: z.boolean(), median: z.boolean() }),
  /** The target that a finalist was tuned to; null for what was met while tuning, and for settings as they are published. */
  target: z.number().nullable(),
})
export type SweptPoint = z.infer<typeof sweptPointSchema>

const contenderSchema = z.strictObject({
  index: vectorIndexSchema,
  search: searchSettingsSchema,
  /** On the reporting queries. */
  recall: recallIntervalSchema,
  /** held: the mean is at the target. proven: the lower bound is too. missed: chosen on the tuning queries, and below here. */
  state: z.enum(['proven', 'held', 'missed']),
  medianMs: z.number(),
  p95Ms: z.number(),
})
export type Contender = z.infer<typeof contenderSchema>

/** Latency of the first ÷ latency of the second, over rounds in which both answered the same queries. */
export const latencyRatioSchema = z.strictObject({
  first: vectorIndexSchema,
  second: vectorIndexSchema,
  /** Null without a common round. */
  ratio: speedupSchema.nullable(),
  faster: z.enum(['first', 'second', 'undecided']),
})
export type LatencyRatio = z.infer<typeof latencyRatioSchema>

export const targetComparisonSchema = z.strictObject({
  target: z.number(),
  /** One of each kind and representation, and the exact scan; fastest first. */
  contenders: z.array(contenderSchema),
  ratios: z.array(latencyRatioSchema),
})
export type TargetComparison = z.infer<typeof targetComparisonSchema>

export const buildSummarySchema = z.strictObject({
  index: vectorIndexSchema,
  rowsAtBuild: z.int(),
  builds: z.int(),
  medianMs: z.number(),
  minMs: z.number(),
  maxMs: z.number(),
  sizeBytes: z.number(),
  notices: z.array(z.string()),
})
export type BuildSummary = z.infer<typeof buildSummarySchema>

/** What to do at one recall target, with the figures a paragraph is written from. */
export const adviceSchema = z.strictObject({
  target: z.number(),
  /** exact: no index is measurably faster than the scan. none: no index reached the target on the reporting queries. */
  state: z.enum(['index', 'exact', 'none']),
  /** For none: the one that came nearest, if any. */
  choice: contenderSchema.nullable(),
  /** Where the choice is at the target without clearing it: the fastest tuned to it, or to a higher one, that does; else null. */
  cleared: contenderSchema.nullable(),
  build: buildSummarySchema.nullable(),
  /** The exact scan's latency ÷ the choice's. */
  againstExact: latencyRatioSchema.nullable(),
  /** The best index of the other kind ÷ the choice. */
  againstOther: latencyRatioSchema.nullable(),
  /** When it does not hold, in words. */
  breaks: z.array(z.string()),
})
export type Advice = z.infer<typeof adviceSchema>

const ruleInTurnsSchema = z.strictObject({
  search: searchSettingsSchema,
  /** On the reporting queries. */
  recall: recallIntervalSchema,
  medianMs: z.number(),
  p95Ms: z.number(),
})

/** A rule of thumb for the number of lists, held against the best number found. */
export const listsRuleSchema = z.strictObject({
  rule: listsRuleNameSchema,
  lists: z.int(),
  target: z.number(),
  /** By the rounds where it took part in them for this target, else by what was met while tuning. */
  state: z.enum(['best', 'close', 'slower', 'not reached', 'not measured']),
  /** With what it takes to reach the target, on the tuning queries. */
  probes: z.int().nullable(),
  medianMs: z.number().nullable(),
  best: z.strictObject({ lists: z.int(), probes: z.int(), medianMs: z.number() }).nullable(),
  /** With pgvector's one probe, which is what a migration without settings gets; null where it was not measured. */
  unset: ruleInTurnsSchema.nullable(),
  /** Tuned to the target; null where it took no turns with the finalists. */
  tuned: ruleInTurnsSchema.nullable(),
  /** The rule ÷ the IVFFlat of whole vectors that was chosen at the target; null where they are one, or took no turns. */
  againstChosen: latencyRatioSchema.nullable(),
})
export type ListsRule = z.infer<typeof listsRuleSchema>

export const filterSummarySchema = z.strictObject({
  ...filterEvidenceSchema.omit({ answers: true, latenciesMs: true }).shape,
  ...searchSummarySchema.shape,
  /** Queries that were asked, and those of them that latency is of: fewer where time ran out while strategies took turns. */
  asked: z.int(),
  timed: z.int(),
})
export type FilterSummary = z.infer<typeof filterSummarySchema>

/** One filter: what the planner made of it, and what it could have been. */
export const cohortSchema = z.strictObject({
  filter: filterCaseSchema,
  /** One for each index that it was given, with the values known and without. */
  chosen: z.array(
    z.strictObject({
      ...filterSideSchema.shape,
      planMode: z.enum(['custom', 'generic']),
      isHarm: z.boolean(),
    }),
  ),
  /** The fastest of those that find about as much as the one that finds most; null where none was measured. */
  best: filterSideSchema.nullable(),
})
export type Cohort = z.infer<typeof cohortSchema>

export const lifeSummarySchema = z.strictObject({
  ...lifeCheckpointSchema.omit({ point: true }).shape,
  index: vectorIndexSchema,
  search: searchSettingsSchema,
  voidBecause: z.string().nullable(),
  ...searchSummarySchema.shape,
})
export type LifeSummary = z.infer<typeof lifeSummarySchema>

export const sweepResultSchema = z.strictObject({
  sweepVersion: z.literal(SWEEP_VERSION),
  builds: z.array(buildSummarySchema),
  points: z.array(sweptPointSchema),
  comparisons: z.array(targetComparisonSchema),
  advice: z.array(adviceSchema),
  rules: z.array(listsRuleSchema),
  filters: z.array(filterSummarySchema),
  cohorts: z.array(cohortSchema),
  harms: z.array(harmSchema),
  life: z.array(lifeSummarySchema),
  rebuild: z.array(rebuildAdviceSchema),
  evidence: sweepEvidenceSchema,
})
export type SweepResult = z.infer<typeof sweepResultSchema>
