// Who may hold the lock that a statement of ours did not get in time.
import { brokenError, type HarnessError } from '../model/errors.js'
import { plainLine } from '../model/plain-text.js'
import { DatabaseError } from './database-error.js'
import type { Row, Session } from './session.js'

const LOCK_NOT_AVAILABLE = '55P03'

export const isLockTimeout = (error: unknown): error is DatabaseError =>
  error instanceof DatabaseError && error.code === LOCK_NOT_AVAILABLE

/**
 * Other sessions of this database that hold a lock on a relation, or are in a transaction that CREATE INDEX CONCURRENTLY
 * waits out (their virtual transaction id); the oldest first. What the reader may not see of other users is null.
 */
const HOLDERS = /* sql */ `
select a.pid, coalesce(nullif(a.application_name, ''), a.backend_type, 'unknown') as application, a.state,
  round(extract(epoch from clock_timestamp() - coalesce(a.state_change, a.xact_start)))::bigint as seconds
from pg_stat_activity a
where a.datname = current_database() and a.pid <> pg_backend_pid() and exists (
  select from pg_locks l
  where l.pid = a.pid and l.granted and (l.locktype = 'virtualxid' or
    (l.locktype = 'relation' and l.database = a.datid)))
order by a.xact_start nulls last, a.pid
limit 5`

const LIMIT = `select setting::int / 1000.0 as seconds from pg_settings where name = 'lock_timeout'`

/**
 * What to throw for a statement that ran into lock_timeout; `what` says which and where. Rolls back an open
 * transaction: in a failed one the server answers nothing. Whoever has let go meanwhile is not named any more.
 */
export async function lockTimeoutError(
  session: Session,
  what: string,
  cause: DatabaseError,
): Promise<HarnessError> {
  await session.script('rollback')
  const [limit] = await session.query(LIMIT)
  return heldLockError(session, what, Number(limit?.['seconds']), cause)
}

/** The same where the limit was another than the session's. Outside of a transaction. */
export async function heldLockError(
  session: Session,
  what: string,
  waitedSeconds: number,
  cause: DatabaseError,
): Promise<HarnessError> {
  const holders = await session.query(HOLDERS)
  const heldBy = holders.length === 0 ? '' : `: held by ${holders.map(describe).join(', ')}`
  return brokenError(`${what} could not get its lock within ${waitedSeconds} s${heldBy}`, {
    hint:
      holders.length === 0
        ? 'Whoever held it has let go by now: try again'
        : 'End that session, or wait for it, and try again',
    cause,
  })
}

function describe({ pid, application, state, seconds }: Row): string {
  const doing =
    state === null || state === undefined ? '' : `, ${state}${seconds === null ? '' : ` for ${seconds} s`}`
  return `pid ${pid} (${plainLine(application ?? 'unknown')}${doing})`
}
