// The session of the user's own account: it makes and drops, and nothing else.
import { errorOrAbort } from '../../model/errors.js'
import { withPgSession, type PgSessionOptions } from '../../postgres/pg-session.js'
import type { Session } from '../../postgres/session.js'

/** Never aborted: what tidies up has to outlive the interruption. */
export const NEVER = new AbortController().signal

/** A session that an interruption does not close; only the statement under way is cancelled. */
export async function withAdmin<T>(
  { signal, address, now }: PgSessionOptions,
  work: (admin: Session) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted()
  return withPgSession({ address, now, signal: NEVER }, async (admin) => {
    const [row] = await admin.query('select pg_backend_pid() as pid')
    const cancel = (): void =>
      void withPgSession({ address, now, signal: NEVER }, (other) =>
        other.query('select pg_cancel_backend($1::int)', [row?.['pid'] ?? null]),
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
