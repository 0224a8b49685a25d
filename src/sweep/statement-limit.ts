// A limit for the statements of one piece of work. Left in place it would cut off the VACUUM or the build that comes next.
import type { Session } from '../postgres/session.js'

/** What boundSession allows. */
const LONGEST_MS = 120 * 60_000

export async function withStatementLimit<T>(
  session: Session,
  limitMs: number,
  work: () => Promise<T>,
): Promise<T> {
  await session.limitStatements(Math.max(1, Math.ceil(limitMs)))
  try {
    return await work()
  } finally {
    await session.limitStatements(LONGEST_MS)
  }
}

/** SQLSTATE of a statement that was cancelled. */
export const QUERY_CANCELED = '57014'
