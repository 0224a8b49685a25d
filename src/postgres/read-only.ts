// A transaction that can change nothing, sees one moment, and waits for nobody long.
import type { Session } from './session.js'
import { DatabaseError } from './database-error.js'

export interface ReadOnlyLimits {
  /** For one statement, milliseconds. */
  readonly statementMs: number
  readonly lockMs: number
}

/**
 * Runs `work` in a READ ONLY transaction at REPEATABLE READ, which is rolled back; so are its settings, which a pooler
 * would otherwise hand on. `searchPath` is the session's own, where `work` runs statements of the user's.
 */
export async function withReadOnly<T>(
  session: Session,
  limits: ReadOnlyLimits,
  searchPath: 'pg_catalog' | 'own',
  work: () => Promise<T>,
): Promise<T> {
  await session.script('begin isolation level repeatable read read only')
  try {
    await session.script(`set local lock_timeout = '${Math.ceil(limits.lockMs)}ms'`)
    // Not `limitStatements`: its limit would outlive the transaction on this side of the connection.
    await session.script(`set local statement_timeout = '${Math.ceil(limits.statementMs)}ms'`)
    // Operators and functions that someone put into another schema are not met.
    if (searchPath === 'pg_catalog') await session.script('set local search_path = pg_catalog')
    return await work()
  } finally {
    await session.script('rollback')
  }
}

export type Attempted<T> =
  { readonly done: true; readonly value: T } | { readonly done: false; readonly error: DatabaseError }

/** What the server refuses leaves the transaction as it was. */
export async function attempt<T>(session: Session, work: () => Promise<T>): Promise<Attempted<T>> {
  await session.script('savepoint attempt')
  try {
    const value = await work()
    await session.script('release savepoint attempt')
    return { done: true, value }
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    await session.script('rollback to savepoint attempt')
    return { done: false, error }
  }
}
