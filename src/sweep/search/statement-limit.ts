// A limit for the statements of one piece of work. Left in place it would cut off the VACUUM or the build that comes next.
import { DatabaseError } from '../../postgres/database-error.js'
import type { Session } from '../../postgres/session.js'

/** What boundSession allows. */
const LONGEST_MS = 120 * 60_000

/** `limitMs`: more than boundSession allows counts as that. */
export async function withStatementLimit<T>(
  session: Session,
  limitMs: number,
  work: () => Promise<T>,
): Promise<T> {
  await session.limitStatements(Math.min(LONGEST_MS, Math.max(1, Math.ceil(limitMs))))
  try {
    return await work()
  } finally {
    await session.limitStatements(LONGEST_MS)
  }
}

/** SQLSTATE of a statement that was cancelled. */
export const QUERY_CANCELED = '57014'

/** What `work` gives; null where the limit, or anybody, cancelled it. */
export async function nullIfCutOff<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DatabaseError && error.code === QUERY_CANCELED) return null
    throw error
  }
}
