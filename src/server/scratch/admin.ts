// The session of the user's own account: it makes and drops, and nothing else.
import { errorOrAbort } from '../../model/errors.js'
import { withPgSession, type PgSessionOptions } from '../../postgres/pg-session.js'
import type { Session } from '../../postgres/session.js'

/** Never aborted: what tidies up has to outlive the interruption. */
export const NEVER = new AbortController().signal

const WHO = `
select pid, backend_start as started from pg_stat_activity where pid = pg_backend_pid()`

/** By its start too: numbers of processes are used again. */
const CANCEL = `
select pg_cancel_backend(pid) from pg_stat_activity
where pid = $1::int and backend_start = $2::timestamptz`

/** A session that an interruption does not close; only the statement under way is cancelled. */
export async function withAdmin<T>(
  { signal, address, now, onLost }: PgSessionOptions & Required<Pick<PgSessionOptions, 'onLost'>>,
  work: (admin: Session) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted()
  return withPgSession({ address, now, signal: NEVER, onLost }, async (admin) => {
    const [row] = await admin.query(WHO)
    const cancel = (): void =>
      void withPgSession({ address, now, signal: NEVER }, (other) =>
        other.query(CANCEL, [row?.['pid'] ?? null, row?.['started'] ?? null]),
      ).catch(() => {})
    signal.addEventListener('abort', cancel, { once: true })
    try {
      return await work(admin)
    } catch (error) {
      throw errorOrAbort(error, signal)
    } finally {
      signal.removeEventListener('abort', cancel)
    }
  })
}
