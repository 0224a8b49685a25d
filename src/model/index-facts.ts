// What is known of a migration's indexes before the first sample: their shapes, beside all others of the database, and
// which query could miss one of them.
import { z } from 'zod'

/** An index as the catalog has it, in words that compare. */
export const indexShapeSchema = z.strictObject({
  /** schema.name, as everywhere below. */
  index: z.string(),
  table: z.string(),
  method: z.string(),
  definition: z.string(),
  sizeBytes: z.int(),
  valid: z.boolean(),
  unique: z.boolean(),
  /** Key columns in order: column or expression, operator class, collation, order. */
  keys: z.array(z.string()),
  included: z.array(z.string()),
  predicate: z.string().nullable(),
  /** Storage parameters such as lists or fillfactor, sorted. */
  parameters: z.array(z.string()),
  /** The constraint that lives by it: such an index cannot be dropped by itself. */
  constraint: z.string().nullable(),
  /** The index of the partitioned table that it is a part of. */
  partOf: z.string().nullable(),
})
export type IndexShape = z.infer<typeof indexShapeSchema>

export const foreignKeySchema = z.strictObject({
  constraint: z.string(),
  /** schema.table of the referencing rows. */
  table: z.string(),
  /** schema.table that they refer to. */
  references: z.string(),
  columns: z.array(z.string()),
  /** Indexes that begin with its columns: a parent's DELETE or UPDATE finds the referencing rows by one of them. */
  indexes: z.array(z.string()),
})
export type ForeignKey = z.infer<typeof foreignKeySchema>

/** How a query comes to depend on an index. */
export const useSchema = z.strictObject({
  query: z.string(),
  index: z.string(),
  /**
   * plan: a plan of the query reads it. foreign key: its trigger looks rows up by it. statistics: no plan reads it, but
   * without it a plan is another (an index on an expression brings statistics, a unique one a proof).
   */
  via: z.enum(['plan', 'foreign key', 'statistics']),
  /** The foreign keys, where it is by them. */
  constraints: z.array(z.string()),
  /** Indexes that take its place once it is dropped, by EXPLAIN; of a foreign key the others that serve it. */
  instead: z.array(z.string()),
  /** The planner's cost without it ÷ with it, the largest of the parameter rows; null where no plan shows it. */
  costRatio: z.number().nullable(),
})
export type IndexUse = z.infer<typeof useSchema>

export const indexFactsSchema = z.strictObject({
  /** Every index outside of the system's schemas. */
  shapes: z.array(indexShapeSchema),
  foreignKeys: z.array(foreignKeySchema),
  /** Of the migration's indexes alone, over all parameter rows of all queries. */
  uses: z.array(useSchema),
  /** Which uses are timed with the index left out: all, as many as fit the time, none. */
  leaveOneOut: z.enum(['on', 'auto', 'off']),
})
export type IndexFacts = z.infer<typeof indexFactsSchema>
