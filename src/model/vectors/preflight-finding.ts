// What arithmetic says before hours are spent on a build.
import { z } from 'zod'
import { vectorIndexSchema } from './vector-index.js'

export const preflightFindingSchema = z.strictObject({
  index: vectorIndexSchema,
  /** impossible: the build would fail. warning: it works, worse or slower than need be. */
  severity: z.enum(['impossible', 'warning', 'note']),
  text: z.string(),
  /** What would fit; null where nothing need change. */
  advice: z.string().nullable(),
})
export type PreflightFinding = z.infer<typeof preflightFindingSchema>
