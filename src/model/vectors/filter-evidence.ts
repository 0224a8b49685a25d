// What becomes of a search under a filter: selectivity × correlation × strategy.
import { z } from 'zod'
import { pointPlanSchema, queryAnswerSchema } from './vector-point.js'
import { searchSettingsSchema, vectorIndexSchema } from './vector-index.js'

export const filterCaseSchema = z.strictObject({
  name: z.string(),
  /** The condition in SQL, or the policy that adds it. */
  condition: z.string(),
  by: z.enum(['where', 'row-level security']),
  /** Rows that pass ÷ all rows. */
  selectivity: z.number(),
  matching: z.int(),
  /** Whether those who pass lie where the query looks: same cluster, another cluster, or anywhere. */
  correlation: z.enum(['with the query', 'against the query', 'none']),
})
export type FilterCase = z.infer<typeof filterCaseSchema>

export const filterStrategySchema = z.enum([
  'planner’s choice',
  'B-tree and exact sort',
  'approximate, no iterative scan',
  'approximate, strict order',
  'approximate, relaxed order',
  'partial index',
  'partition',
])
export type FilterStrategy = z.infer<typeof filterStrategySchema>

export const filterEvidenceSchema = z.strictObject({
  filter: filterCaseSchema,
  strategy: filterStrategySchema,
  planMode: z.enum(['custom', 'generic']),
  index: vectorIndexSchema,
  search: searchSettingsSchema,
  k: z.int(),
  plan: pointPlanSchema,
  voidBecause: z.string().nullable(),
  answers: z.array(queryAnswerSchema),
  latenciesMs: z.array(z.number()),
})
export type FilterEvidence = z.infer<typeof filterEvidenceSchema>

export const filterSideSchema = z.strictObject({
  strategy: filterStrategySchema,
  /** Whose search it is: of what the planner chose, the vector index that it was given. */
  index: vectorIndexSchema,
  /** By name, as EXPLAIN showed it; null for a scan without one. */
  planIndex: z.string().nullable(),
  recall: z.number(),
  medianMs: z.number(),
})
export type FilterSide = z.infer<typeof filterSideSchema>

/** A plan that loses recall and saves nothing: another one for the same filter is no slower and finds more. */
export const harmSchema = z.strictObject({
  filter: filterCaseSchema,
  planMode: z.enum(['custom', 'generic']),
  lost: filterSideSchema,
  better: filterSideSchema,
  text: z.string(),
})
export type Harm = z.infer<typeof harmSchema>
