// When an index has to be built anew, by what became of it.
import { z } from 'zod'
import { lifeCheckpointSchema } from './life-checkpoint.js'
import { vectorIndexSchema } from './vector-index.js'

const eventSchema = lifeCheckpointSchema.shape.event

export const rebuildAdviceSchema = z.strictObject({
  index: vectorIndexSchema,
  /** reindex: building anew brought recall back. vacuum: that did. keep: neither did, or it was not seen. */
  advice: z.enum(['reindex', 'vacuum', 'reindex and vacuum', 'keep']),
  /** Since when recall was below that of the index built anew; null where it was not. */
  since: eventSchema.nullable(),
  /** Mean recall at each checkpoint, in their order. */
  recalls: z.array(z.strictObject({ event: eventSchema, rows: z.int(), recall: z.number() })),
  text: z.string(),
})
export type RebuildAdvice = z.infer<typeof rebuildAdviceSchema>
