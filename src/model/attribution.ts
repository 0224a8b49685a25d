// What is concluded of each index of a migration, and of the fewest that do its work.
import { z } from 'zod'
import { useSchema } from './index-facts.js'
import { effectSchema, speedupSchema } from './speedup.js'

/**
 * harmful: some query is faster without it. needed: some query is slower without it. redundant: dropping it changes nothing,
 * another index takes its place. no effect: dropping it changes nothing, and nothing takes its place. unused: by no plan
 * and no foreign key of these queries. In the order in which a reader should act on them.
 */
export const indexVerdictSchema = z.enum([
  'harmful',
  'needed',
  'redundant',
  'no effect',
  'inconclusive',
  'not timed',
  'unused',
])
export type IndexVerdict = z.infer<typeof indexVerdictSchema>

/** One query with the index left out: without it ÷ with it, so that > 1 means that the query gains by it. */
export const indexEffectSchema = useSchema.pick({ query: true, via: true, instead: true }).extend({
  verdict: effectSchema.or(z.literal('not timed')),
  speedup: speedupSchema.nullable(),
})
export type IndexEffect = z.infer<typeof indexEffectSchema>

export const attributedIndexSchema = z.strictObject({
  /** schema.name, as everywhere below. */
  index: z.string(),
  verdict: indexVerdictSchema,
  reason: z.string(),
  /** Indexes that take its place; empty unless redundant. */
  redundantWith: z.array(z.string()),
  /** Another index with the same definition. */
  duplicateOf: z.string().nullable(),
  /** Another index that begins with all of its columns. */
  prefixOf: z.string().nullable(),
  /** Beside what it does for reads. */
  enforcesUniqueness: z.boolean(),
  /** The largest gain first. */
  effects: z.array(indexEffectSchema),
})
export type AttributedIndex = z.infer<typeof attributedIndexSchema>

/** Two indexes of which one could go, by their definitions alone. */
export const overlapSchema = z.strictObject({
  kind: z.enum(['duplicate', 'prefix']),
  index: z.string(),
  of: z.string(),
  definition: z.string(),
  ofDefinition: z.string(),
})
export type Overlap = z.infer<typeof overlapSchema>

/** Fewer indexes, measured against all of them. */
export const subsetSchema = z.strictObject({
  attempt: z.int(),
  indexes: z.array(z.string()),
  leftOut: z.array(z.string()),
  sizeBytes: z.int(),
  leftOutBytes: z.int(),
  /** Share of the suite's gain (ln speed-up) that they keep; null where it was not measured or there is no gain. */
  retained: z
    .strictObject({
      estimate: z.number(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      confidence: z.number(),
    })
    .nullable(),
  verdict: z.enum(['enough', 'too few', 'inconclusive']),
  reason: z.string(),
})
export type Subset = z.infer<typeof subsetSchema>

export const attributionSchema = z.strictObject({
  indexes: z.array(attributedIndexSchema),
  /** Of all indexes of the database, those that were there before the migration included. */
  overlaps: z.array(overlapSchema),
  /** In the order they were tried: the last is the answer. */
  subsets: z.array(subsetSchema),
})
export type Attribution = z.infer<typeof attributionSchema>
