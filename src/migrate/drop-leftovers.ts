// The invalid index that a failed CREATE INDEX CONCURRENTLY leaves: no query may use it, every write maintains it, and
// IF NOT EXISTS would accept it.
import { brokenError, HarnessError } from '../model/errors.js'
import { listIndexes, type IndexRow } from '../postgres/catalog/indexes.js'
import { DatabaseError } from '../postgres/database-error.js'
import { isLockTimeout, lockTimeoutError } from '../postgres/lock-holders.js'
import type { Session } from '../postgres/session.js'
import { newIndexes } from './new-indexes.js'
import { dropStatement } from './toggle.js'

/** Drops what is invalid and not among the `known`. Where that fails, throws an error that tells both. */
export async function dropLeftovers(
  session: Session,
  known: readonly IndexRow[],
  failure: unknown,
): Promise<void> {
  // The connection is gone, or the run is over: whoever owns the database drops it whole.
  if (!(failure instanceof HarnessError)) throw failure
  try {
    const made = newIndexes(known, await listIndexes(session))
    const leftovers = made.filter(({ valid, ready }) => !valid || !ready)
    if (leftovers.length > 0) await session.script(dropStatement(leftovers))
  } catch (error) {
    throw await stillThere(session, failure, error)
  }
}

async function stillThere(session: Session, { message }: HarnessError, error: unknown): Promise<unknown> {
  const what = `${message}. Dropping the invalid index it left`
  if (isLockTimeout(error)) return lockTimeoutError(session, what, error)
  if (!(error instanceof DatabaseError)) return error
  return brokenError(`${what} failed: ${error.message} (SQLSTATE ${error.code})`, { cause: error })
}
