// Applies one statement of a migration, timed. CREATE INDEX CONCURRENTLY that fails leaves an invalid index behind: it
// is dropped, and where other sessions were the cause the statement is tried once more.
import type { AppliedStatement } from '../model/facts.js'
import type { IndexRow } from '../postgres/catalog/indexes.js'
import { DatabaseError } from '../postgres/database-error.js'
import type { Notice, Session } from '../postgres/session.js'
import { lockOf } from '../postgres/sql/lock-of.js'
import type { ParsedStatement } from '../postgres/sql/parsed-statement.js'
import { dropLeftovers } from './drop-leftovers.js'
import { migrationError } from './migration-error.js'

/** Serialization failure, deadlock, lock timeout: others were in the way, and may not be the next time. */
const RETRYABLE = new Set(['40001', '40P01', '55P03'])

/** `known`: the indexes before it. A first attempt that failed is told by a notice; the time is the second one's own. */
export async function applyStatement(
  session: Session,
  statement: ParsedStatement,
  known: readonly IndexRow[],
  now: () => number,
): Promise<AppliedStatement> {
  session.takeNotices()
  const earlier: Notice[] = []
  for (;;) {
    try {
      return await attempt(session, statement, now, earlier)
    } catch (error) {
      // Before anything else: whoever holds a lock may let go any moment, and is then not named any more.
      const failure = await migrationError(session, statement, error)
      if (!isConcurrentBuild(statement)) throw failure
      await dropLeftovers(session, known, failure)
      if (earlier.length > 0 || !isRetryable(error)) throw failure
      earlier.push(...session.takeNotices(), firstAttempt(error))
    }
  }
}

async function attempt(
  session: Session,
  statement: ParsedStatement,
  now: () => number,
  earlier: readonly Notice[],
): Promise<AppliedStatement> {
  const start = now()
  await session.script(statement.sql)
  const durationMs = (now() - start) / 1e6
  const { source, line, kind, sql, node } = statement
  const notices = [...earlier, ...session.takeNotices()]
  return { file: source.path, line, kind, sql, durationMs, lock: lockOf(node), notices }
}

const isConcurrentBuild = ({ node }: ParsedStatement): boolean =>
  'IndexStmt' in node && node.IndexStmt.concurrent === true

const isRetryable = (error: unknown): error is DatabaseError =>
  error instanceof DatabaseError && RETRYABLE.has(error.code)

const firstAttempt = ({ severity, code, message }: DatabaseError): Notice => ({
  severity,
  code,
  message: `the first attempt failed, what it left was dropped: ${message}`,
})
