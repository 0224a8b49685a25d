// What is concluded of the price: the part `price` of result.json.
import { z } from 'zod'
import { notDerivedSchema, pricePlanSchema, writeFactsSchema } from './price.js'

/** Estimate and interval of a difference or a ratio that is no speed-up; a bound that the rounds cannot give is null. */
const estimateSchema = z.strictObject({
  estimate: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
})
export type Estimate = z.infer<typeof estimateSchema>

const speedupSchema = estimateSchema.extend({ confidence: z.number(), rounds: z.int() })

const copyResultSchema = z.strictObject({
  executions: z.int(),
  medianMs: z.number().nullable(),
  /** Executions a second of one client, one after the other: median over rounds. */
  perSecond: z.number().nullable(),
  walBytesPerRow: z.number().nullable(),
  /** Share of updates that no index had to be told of; null where there were none. */
  hotShare: z.number().nullable(),
})
export type CopyResult = z.infer<typeof copyResultSchema>

const writeVerdictSchema = z.enum(['faster', 'slower', 'unchanged', 'inconclusive', 'void'])

export const writeResultSchema = writeFactsSchema.extend({
  verdict: writeVerdictSchema,
  reason: z.string(),
  /** before ÷ after, as everywhere. */
  speedup: speedupSchema.nullable(),
  /** before ÷ control, two copies that nothing tells apart; null without a control. */
  control: speedupSchema.nullable(),
  /** The smallest effect after this control: what copies differ by tells nothing. */
  delta: z.number(),
  /** After − before: what the migration adds to one execution. */
  extraMs: estimateSchema.nullable(),
  before: copyResultSchema,
  after: copyResultSchema,
  /** Executions that found no row to write. */
  missed: z.int(),
})
export type WriteResult = z.infer<typeof writeResultSchema>

const vacuumResultSchema = z.strictObject({
  deadRows: z.int(),
  vacuumMs: z.number(),
  tableBytes: z.int(),
  indexBytes: z.int(),
})
export type VacuumResult = z.infer<typeof vacuumResultSchema>

export const tableResultSchema = z.strictObject({
  schema: z.string(),
  table: z.string(),
  before: vacuumResultSchema,
  after: vacuumResultSchema,
  control: vacuumResultSchema.nullable(),
})
export type TableResult = z.infer<typeof tableResultSchema>

/** Time that a delete spends in the trigger of a foreign key, medians over the same rows. */
export const triggerResultSchema = z.strictObject({
  of: z.enum(['write', 'query']),
  name: z.string(),
  constraint: z.string(),
  beforeMs: z.number(),
  afterMs: z.number(),
  rows: z.int(),
})
export type TriggerResult = z.infer<typeof triggerResultSchema>

export const ledgerSchema = z.strictObject({
  /**
   * pays: reads gain and writes pay, so there is a break-even; no-gain: no gain of the reads is shown; no-cost: no cost
   * of the writes is shown; nothing: neither is.
   */
  state: z.enum(['pays', 'no-gain', 'no-cost', 'nothing']),
  /** Mean over the reading queries of before − after. */
  readSavedMs: estimateSchema.nullable(),
  /** Mean over the writes of after − before. */
  writeExtraMs: estimateSchema.nullable(),
  /** How many writes one read pays for; null unless it pays. */
  writesPerRead: estimateSchema.nullable(),
  /** From the least a read saves and the most a write can pay; null without a gain, or where a write may pay nothing at all. */
  writesPerReadAtLeast: z.number().nullable(),
  queries: z.array(
    z.strictObject({ query: z.string(), savedMs: estimateSchema, writesPaid: z.number().nullable() }),
  ),
  /** Those that are not void. */
  writes: z.array(
    z.strictObject({
      write: z.string(),
      verdict: writeVerdictSchema,
      extraMs: estimateSchema,
      /** How many of this one the mean read pays for; null unless reads gain and this write is slower. */
      paidByRead: z.number().nullable(),
    }),
  ),
})
export type Ledger = z.infer<typeof ledgerSchema>

export const priceResultSchema = z.strictObject({
  /** Why nothing was written; null where it was. */
  skipped: z.string().nullable(),
  elapsedMs: z.number(),
  stoppedBy: z.enum(['rounds', 'budget']).nullable(),
  walSource: pricePlanSchema.shape.walSource,
  smallestEffect: z.number(),
  writes: z.array(writeResultSchema),
  tables: z.array(tableResultSchema),
  triggers: z.array(triggerResultSchema),
  ledger: ledgerSchema,
  notDerived: z.array(notDerivedSchema),
})
export type PriceResult = z.infer<typeof priceResultSchema>
