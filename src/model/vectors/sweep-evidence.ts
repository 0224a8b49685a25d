// Everything a sweep found, before anything is concluded of it. What sweep.json holds beside the conclusions.
import { z } from 'zod'
import { machineSchema, serverFactsSchema } from '../facts.js'
import { filterEvidenceSchema } from './filter-evidence.js'
import { lifeCheckpointSchema } from './life-checkpoint.js'
import { preflightFindingSchema } from './preflight-finding.js'
import { indexBuildSchema, metricSchema, searchSettingsSchema, vectorIndexSchema } from './vector-index.js'
import { pointSchema } from './vector-point.js'

/** Whether the vectors are such that recall on them says something of others. */
export const honestySchema = z.strictObject({
  /**
   * Maximum likelihood from the 100 nearest (Levina & Bickel, 2004), median over queries. Null where most queries have
   * copies of themselves around them and nothing else.
   */
  localIntrinsicDimension: z.number().nullable(),
  /** Mean distance ÷ distance to the 10th neighbour, median over queries; null where that one is mostly a copy. */
  relativeContrast: z.number().nullable(),
  norms: z.strictObject({ min: z.number(), median: z.number(), max: z.number() }),
  duplicateShare: z.number(),
  nullVectors: z.int(),
  zeroVectors: z.int(),
})
export type Honesty = z.infer<typeof honestySchema>

/** Settings that were measured in turns with those of the others. */
export const finalistSchema = z.strictObject({
  /** Recall on the reporting queries, and everything else that is known of it. */
  point: pointSchema,
  /** The recall it was tuned to; null for settings as they are published. */
  target: z.number().nullable(),
  /** chosen: the fastest of its kind at the target, or who stands in for it. by rule: a rule of thumb for lists asks for it, and nothing is chosen of it. */
  entered: z.enum(['chosen', 'by rule']),
  /** Latency by round and query: both in one order for all finalists, so that differences are paired. Milliseconds. */
  roundsMs: z.array(z.array(z.number())),
})
export type Finalist = z.infer<typeof finalistSchema>

export const sweepEvidenceSchema = z.strictObject({
  run: z.strictObject({
    id: z.string(),
    startedAt: z.string(),
    command: z.string(),
    toolVersion: z.string(),
    seed: z.int(),
    k: z.int(),
    targets: z.array(z.number()),
    mode: z.enum(['tuned', 'grid']),
    durationMs: z.number(),
  }),
  machine: machineSchema,
  server: serverFactsSchema,
  pgvector: z.string(),
  vectors: z.strictObject({
    name: z.string(),
    description: z.string(),
    rows: z.int(),
    dimensions: z.int(),
    metric: metricSchema,
    tuningQueries: z.int(),
    reportingQueries: z.int(),
    checksum: z.string(),
    honesty: honestySchema,
  }),
  /** How the exact neighbours were computed, and on how many queries that was checked against SQL. */
  truth: z.strictObject({
    way: z.enum(['kernel', 'sql']),
    checkedQueries: z.int(),
    durationMs: z.number(),
    cached: z.boolean(),
  }),
  preflight: z.array(preflightFindingSchema),
  builds: z.array(indexBuildSchema),
  /** Candidates that were given up before the end, and why. */
  dropped: z.array(z.strictObject({ index: vectorIndexSchema, reason: z.string() })),
  /** Every point that was measured while tuning. */
  points: z.array(pointSchema),
  finalists: z.array(finalistSchema),
  /** Effort from which the planner, left alone, no longer uses the index; null where it always does. */
  plannerSwitches: z.array(
    z.strictObject({ index: vectorIndexSchema, search: searchSettingsSchema.nullable(), text: z.string() }),
  ),
  filters: z.array(filterEvidenceSchema),
  life: z.array(lifeCheckpointSchema),
  /** In words: what of filters and life there was no data, time or room for. */
  leftOut: z.array(z.string()),
})
export type SweepEvidence = z.infer<typeof sweepEvidenceSchema>
