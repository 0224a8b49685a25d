// How much faster: the estimate every conclusion of a comparison rests on, and what is said of it.
import { z } from 'zod'

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

export const effectSchema = z.enum(['faster', 'slower', 'unchanged', 'inconclusive', 'void'])
export type Effect = z.infer<typeof effectSchema>
