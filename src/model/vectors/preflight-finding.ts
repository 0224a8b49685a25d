// What arithmetic says before hours are spent on a build, or rows are missed by a search.
import { z } from 'zod'
import { searchSettingsSchema, vectorIndexSchema } from './vector-index.js'

export const preflightFindingSchema = z.strictObject({
  index: vectorIndexSchema,
  /** The search that it is about; null where it is about the index, however it is searched. */
  search: searchSettingsSchema.nullable(),
  /** impossible: it would fail. warning: it works, worse or slower than need be. */
  severity: z.enum(['impossible', 'warning', 'note']),
  text: z.string(),
  /** What would fit; null where nothing need change. */
  advice: z.string().nullable(),
})
export type PreflightFinding = z.infer<typeof preflightFindingSchema>
