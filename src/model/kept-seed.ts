// A seeded database that is kept for later runs with the same data: what its folder says of it.
import { z } from 'zod'
import { datasetFactsSchema } from './facts.js'
import { SERVER_KINDS } from './server-kinds.js'

export const seededSchema = z.strictObject({
  /** The cohorts are drawn later, in the session that draws parameters. */
  dataset: datasetFactsSchema.omit({ cohorts: true }),
  /** Role names in the cluster by the dataset's name for them. */
  roles: z.record(z.string(), z.string()),
})
export type Seeded = z.infer<typeof seededSchema>

export const keptSeedSchema = z.strictObject({
  tool: z.literal('indexproof'),
  /** Of everything that the data and its files depend on, hex. */
  key: z.string(),
  server: z.enum(SERVER_KINDS),
  /** In words: `chat, small, seed 1`. */
  of: z.string(),
  /** ISO 8601. */
  keptAt: z.string(),
  /** Of the archive beside it. */
  sizeBytes: z.int(),
  sha256: z.string(),
  seeded: seededSchema,
})
export type KeptSeed = z.infer<typeof keptSeedSchema>
