// A point of the sweep: one index with one search setting, under one filter, as it was found.
import { z } from 'zod'
import { searchSettingsSchema, vectorIndexSchema } from './vector-index.js'

/** What one query returned, held against the exact answer under the same filter. */
export const queryAnswerSchema = z.strictObject({
  /** Of the held-out set, from 0. */
  query: z.int(),
  /** 0 to 1, by distance, ties count. */
  recall: z.number(),
  rows: z.int(),
  /** min(LIMIT, rows that match the filter): fewer returned is a short answer. */
  rowsWanted: z.int(),
})
export type QueryAnswer = z.infer<typeof queryAnswerSchema>

/** What EXPLAIN showed. */
export const pointPlanSchema = z.strictObject({
  /** The index of the top scan on the table, or null for a sequential scan. */
  index: z.string().nullable(),
  node: z.string(),
  /** Rows the index or table scan gave, those removed by the filter included: a vector index has looked at more. */
  rowsVisited: z.number(),
  /**
   * Rows that the scan looked at, of the first query: of IVFFlat those in the probed lists, else those that it gave. Null
   * where it is not known: EXPLAIN does not count what a graph (HNSW) is searched through, nor later turns of an iterative scan.
   * Absent: the sweep is older than the count.
   */
  rowsScanned: z.number().nullable().optional(),
  sharedBlocks: z.number(),
})
export type PointPlan = z.infer<typeof pointPlanSchema>

export const pointSchema = z.strictObject({
  index: vectorIndexSchema,
  search: searchSettingsSchema,
  k: z.int(),
  /** tuning answers choose settings, reporting answers are what is told. */
  queries: z.enum(['tuning', 'reporting']),
  /** The plan measured: with the sequential scan discouraged, so that the index is used where it can be. */
  forced: pointPlanSchema,
  /** What the planner does when it is left alone. */
  natural: pointPlanSchema,
  /** Why the point does not count, such as a plan without its index; null where it does. */
  voidBecause: z.string().nullable(),
  answers: z.array(queryAnswerSchema),
  /** Client-seen, one per query; the first execution of each was thrown away. Milliseconds. */
  latenciesMs: z.array(z.number()),
})
export type Point = z.infer<typeof pointSchema>
