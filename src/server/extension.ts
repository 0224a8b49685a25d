// Extensions, where the server has them.
import { DatabaseError } from '../postgres/database-error.js'
import { quoteIdentifier } from '../postgres/identifiers.js'
import type { Session } from '../postgres/session.js'

/** No such extension on the server: its control file is missing. 0A000 since PostgreSQL 15, 58P01 before. */
const NOT_AVAILABLE = new Set(['0A000', '58P01'])
/** There, but not for this account: told before the start where it is needed, and no trouble where it is not. */
export const NOT_ALLOWED = '42501'

/** False where the server has none. */
export const createVectorExtension = (session: Session): Promise<boolean> =>
  createExtension(session, 'vector')

/** Creates the extension where our search_path finds it; false where the server has none. */
export async function createExtension(session: Session, name: string): Promise<boolean> {
  try {
    await session.script(`create extension if not exists ${quoteIdentifier(name)} schema public`)
    return true
  } catch (error) {
    if (error instanceof DatabaseError && (NOT_AVAILABLE.has(error.code) || error.code === NOT_ALLOWED))
      return false
    throw error
  }
}
