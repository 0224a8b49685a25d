// Transactions as brackets: what is begun is always ended.
import type { Session } from './session.js'

/** Runs `work` in a transaction that is rolled back whatever happens. */
export async function withRollback<T>(session: Session, work: () => Promise<T>): Promise<T> {
  await session.script('begin')
  try {
    return await work()
  } finally {
    await session.script('rollback')
  }
}
