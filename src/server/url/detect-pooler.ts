// Is there a connection pooler between us and PostgreSQL, and does it keep a session on one backend? Where it does not,
// settings, prepared statements, locks and transactions of a benchmark would go to whichever backend is free.
import { setTimeout as delay } from 'node:timers/promises'
import { addressLabel } from '../../model/address-label.js'
import type { Address } from '../../model/address.js'
import { environmentError } from '../../model/errors.js'
import { DatabaseError } from '../../postgres/database-error.js'
import { openPgSession, withPgSession, type PgSessionOptions } from '../../postgres/pg-session.js'
import type { Session } from '../../postgres/session.js'

/** What a pooler hands a backend out for. */
export type PoolMode = 'none' | 'session' | 'transaction' | 'statement'

/** A pool may have a backend left for each of us by chance, and hand them out in turn. */
const ROUNDS = 3
/** A pool without a backend left lets us wait. */
const PATIENCE_MS = 1000
/** protocol_violation: how PgBouncer refuses BEGIN when it pools statements. */
const PROTOCOL_VIOLATION = '08P01'

/** Changes nothing. Throws what `pg` throws where it cannot connect. */
export async function detectPooler(
  address: Address,
  ports: Omit<PgSessionOptions, 'address'>,
): Promise<PoolMode> {
  const first = await openPgSession({ address, ...ports })
  try {
    const backend = await backendOf(first.session)
    if (backend === first.processId) return 'none'
    return await withPgSession({ address, ...ports }, (second) => poolMode(first.session, backend, second))
  } finally {
    await first.close()
  }
}

/**
 * Throws an environment error for a pooler. One that keeps a session on one backend is no better: it does not know the
 * databases and roles that a run makes.
 */
export function refusePooler(address: Address, mode: PoolMode): void {
  if (mode === 'none') return
  throw environmentError(
    `${addressLabel(address)} is a connection pooler (in ${mode} mode), not PostgreSQL itself`,
    { hint: 'Give the address of PostgreSQL itself: often the same host with port 5432' },
  )
}

/** `idle`, last on the backend `own`, has no transaction open: only a pooler by session keeps that from `busy`, which has. */
async function poolMode(idle: Session, own: number, busy: Session): Promise<PoolMode> {
  for (let round = 0; round < ROUNDS; round++) {
    const holding = await orNull(holdBackend(busy))
    if (holding === 'refused') return 'statement'
    const now = await orNull(backendOf(idle))
    if (now !== own || holding === own) return 'transaction'
    // `idle` holds the pool's last backend, also between its statements.
    if (holding === null) return 'session'
    await busy.script('rollback')
  }
  return 'session'
}

/** The backend of a transaction that stays open. */
async function holdBackend(session: Session): Promise<number | 'refused'> {
  try {
    await session.script('begin')
    return await backendOf(session)
  } catch (error) {
    if (sqlStateOf(error) === PROTOCOL_VIOLATION) return 'refused'
    throw error
  }
}

async function backendOf(session: Session): Promise<number> {
  const [row] = await session.query('select pg_backend_pid() as pid')
  return Number(row?.['pid'])
}

/** Null when no answer comes. What comes later, such as the end of the connection, is nobody's. */
async function orNull<T>(work: Promise<T>): Promise<T | null> {
  work.catch(() => {})
  return Promise.race([work, delay(PATIENCE_MS, null)])
}

/** The server hangs up with that error: it may be told as the cause of a lost connection. */
function sqlStateOf(error: unknown): string | null {
  const told = error instanceof Error && error.cause !== undefined ? error.cause : error
  return told instanceof DatabaseError ? told.code : null
}
