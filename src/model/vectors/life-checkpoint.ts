// An index in the course of its life: recall when the table has grown, drifted, been deleted from, vacuumed, rebuilt.
import { z } from 'zod'
import { pointSchema } from './vector-point.js'

export const lifeCheckpointSchema = z.strictObject({
  /** In the order they were met; the first is the index as it was built. */
  event: z.enum(['built', 'grown ×2', 'grown ×10', 'drifted', 'deleted', 'vacuumed', 'reindexed']),
  rowsAtBuild: z.int(),
  rowsNow: z.int(),
  /** What the event itself took, milliseconds; null where it is not a statement of its own. */
  durationMs: z.number().nullable(),
  sizeBytes: z.number(),
  point: pointSchema,
})
export type LifeCheckpoint = z.infer<typeof lifeCheckpointSchema>
