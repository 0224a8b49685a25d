// Limits that the server keeps for a session of ours, whatever becomes of us: no endless wait for a lock, no transaction
// left open, no statement that runs on after its client died.
import type { Capabilities } from './capabilities.js'
import { DatabaseError } from './database-error.js'
import type { Session } from './session.js'

/**
 * A visit is a transaction of seconds at most, and nothing else of ours waits inside one. Keepalives find out after a
 * minute that a client's machine is gone; on a unix socket they have no effect.
 */
const LIMITS = `
set statement_timeout = '120min';
set lock_timeout = '5s';
set idle_in_transaction_session_timeout = '5min';
set tcp_keepalives_idle = '30s';
set tcp_keepalives_interval = '10s';
set tcp_keepalives_count = 3`

/** While a statement runs, look every so often whether its client is still there. */
const CONNECTION_CHECK = `set client_connection_check_interval = '2s'`

const INVALID_PARAMETER_VALUE = '22023'

/** A session that only holds a lease is idle for hours: a site's limit for that would end it. */
const NO_IDLE_LIMIT = 'set idle_session_timeout = 0'
/** Nor does a site's limit for transactions fit: seeding is one. */
const NO_TRANSACTION_LIMIT = 'set transaction_timeout = 0'

export async function boundSession(
  session: Session,
  { connectionCheck, idleSessionTimeout, transactionTimeout }: Capabilities,
): Promise<void> {
  await session.script(LIMITS)
  if (idleSessionTimeout) await session.script(NO_IDLE_LIMIT)
  if (transactionTimeout) await session.script(NO_TRANSACTION_LIMIT)
  if (!connectionCheck) return
  try {
    await session.script(CONNECTION_CHECK)
  } catch (error) {
    // The server's platform cannot tell a closed socket without reading from it.
    if (!(error instanceof DatabaseError) || error.code !== INVALID_PARAMETER_VALUE) throw error
  }
}
