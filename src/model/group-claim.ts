// A claim on several queries at once, as the header of the evidence keeps it.
import { z } from 'zod'

/** What it can be about: the migration, row-level security, or generic plans. See comparison.ts. */
export const CLAIMED_PAIRS = ['main', 'policy', 'generic'] as const
export type ClaimedPair = (typeof CLAIMED_PAIRS)[number]

export const groupClaimSchema = z.strictObject({
  name: z.string(),
  title: z.string(),
  /** What was published, word for word; null where nothing was. */
  says: z.string().nullable(),
  /** As written; see claim.ts. */
  claim: z.string(),
  /** As written: every, geometric mean, at least 80%, at least one. */
  quantifier: z.string(),
  pair: z.enum(CLAIMED_PAIRS),
  /** Names of its members. */
  queries: z.array(z.string()),
})
export type GroupClaimFacts = z.infer<typeof groupClaimSchema>
