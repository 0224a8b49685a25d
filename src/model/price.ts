// What the price phase observes: writes that commit, on copies of the database with and without the migration.
import { z } from 'zod'

export const operationSchema = z.enum(['insert', 'update', 'delete'])
export type Operation = z.infer<typeof operationSchema>

/** before: without the migration; after: with it; control: without it once more. Each a database of its own. */
export const copyNameSchema = z.enum(['before', 'after', 'control'])
export type CopyName = z.infer<typeof copyNameSchema>

export const writeFactsSchema = z.strictObject({
  name: z.string(),
  title: z.string(),
  sql: z.string(),
  operation: operationSchema,
  schema: z.string(),
  table: z.string(),
  role: z.string(),
  /** Of the scenario, or derived from the catalog for a table that the scenario does not write to. */
  source: z.enum(['scenario', 'derived']),
  /** Parameter rows: each is written once. */
  rows: z.int(),
})
export type WriteFacts = z.infer<typeof writeFactsSchema>

/** A write that could not be derived, and why. */
export const notDerivedSchema = z.strictObject({
  schema: z.string(),
  table: z.string(),
  what: z.string(),
  reason: z.string(),
})
export type NotDerived = z.infer<typeof notDerivedSchema>

/** Begins the price phase: what will be written, and how it will be judged. */
export const pricePlanSchema = z.strictObject({
  type: z.literal('price'),
  /** Why nothing was written; null where it was. */
  skipped: z.string().nullable(),
  copies: z.array(copyNameSchema),
  /** position: how far the server's log moved; explain: what EXPLAIN says of the statement alone. */
  walSource: z.enum(['position', 'explain']),
  /** Smallest effect of interest between copies, as a ratio. */
  smallestEffect: z.number(),
  writes: z.array(writeFactsSchema),
  notDerived: z.array(notDerivedSchema),
})
export type PricePlan = z.infer<typeof pricePlanSchema>

/** Some executions of one write in one copy, each with a parameter row of its own and each committed. */
export const writeVisitSchema = z.strictObject({
  type: z.literal('write'),
  round: z.int().min(1),
  write: z.string(),
  copy: copyNameSchema,
  /** Place in the round's order of copies, which is random and then reversed. */
  visit: z.int().min(0),
  /** Executions, those before the first kept one included. */
  executions: z.int(),
  /** Rows that all of them inserted, changed or deleted. */
  rows: z.int(),
  /** Executions that found no row to write: they are not kept. */
  missed: z.int(),
  /** Of the kept executions, in their order. */
  durationsNs: z.array(z.number().nonnegative()),
  /** Log written by all of them; null where it is not known from the log's position. */
  walBytes: z.number().nullable(),
  /** Row versions made by updates of the table, and those of them that no index had to be told of; null if not counted. */
  updates: z.int().nullable(),
  hotUpdates: z.int().nullable(),
  error: z.string().optional(),
})
export type WriteVisit = z.infer<typeof writeVisitSchema>

const triggerTimeSchema = z.strictObject({ constraint: z.string(), calls: z.number(), timeMs: z.number() })

/** One explained execution, rolled back. */
export const writeExplainedSchema = z.strictObject({
  type: z.literal('write-explained'),
  /** A write of this phase, or a query of the run that deletes. */
  of: z.enum(['write', 'query']),
  name: z.string(),
  copy: copyNameSchema,
  row: z.int(),
  /** Per row written, without what triggers and the commit log; null where it was not asked for. */
  walBytesPerRow: z.number().nullable(),
  triggers: z.array(triggerTimeSchema),
})
export type WriteExplained = z.infer<typeof writeExplainedSchema>

/** Cleaning up one table after all the writes. */
export const writeVacuumSchema = z.strictObject({
  type: z.literal('write-vacuum'),
  schema: z.string(),
  table: z.string(),
  copy: copyNameSchema,
  deadRows: z.int(),
  durationMs: z.number(),
  /** After it. */
  tableBytes: z.int(),
  indexBytes: z.int(),
})
export type WriteVacuum = z.infer<typeof writeVacuumSchema>

export const priceEndSchema = z.strictObject({
  type: z.literal('price-end'),
  stoppedBy: z.enum(['rounds', 'budget']),
  elapsedMs: z.number(),
})
export type PriceEnd = z.infer<typeof priceEndSchema>

export interface PriceEvidence {
  readonly plan: PricePlan
  readonly visits: readonly WriteVisit[]
  readonly explained: readonly WriteExplained[]
  readonly vacuums: readonly WriteVacuum[]
  readonly end: PriceEnd | null
}
