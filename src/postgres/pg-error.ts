// What `pg` throws, in our words.
import pg from 'pg'
import { DatabaseError } from './database-error.js'

/** A DatabaseError for what the server reported; anything else (a lost connection, a bug) as it is. */
export function fromPgError(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error
  return new DatabaseError({
    message: error.message,
    code: error.code ?? 'XX000',
    severity: error.severity ?? 'ERROR',
    detail: error.detail,
    hint: error.hint,
    position: error.position === undefined ? undefined : Number(error.position),
  })
}
