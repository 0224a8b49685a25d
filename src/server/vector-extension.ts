// pgvector, where the server has it.
import { DatabaseError } from '../postgres/database-error.js'
import type { Session } from '../postgres/session.js'

/** No such extension on the server: its control file is missing. 0A000 since PostgreSQL 15, 58P01 before. */
const NOT_AVAILABLE = new Set(['0A000', '58P01'])
/** There, but not for this account: told before the start where it is needed, and no trouble where it is not. */
const NOT_ALLOWED = '42501'

/** Creates the extension; false where the server has none. */
export async function createVectorExtension(session: Session): Promise<boolean> {
  try {
    await session.script('create extension if not exists vector')
    return true
  } catch (error) {
    if (error instanceof DatabaseError && (NOT_AVAILABLE.has(error.code) || error.code === NOT_ALLOWED))
      return false
    throw error
  }
}
