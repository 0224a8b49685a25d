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

/**
 * SQLSTATEs after which the server hangs up: shut down or terminated (57P01 to 57P05), too long in a transaction
 * (25P03, 25P04). By code too, for the word of the severity is translated. Not class 08: a wrong number of parameters
 * is a "protocol violation", and the connection survives it.
 */
const HANGS_UP = /^(57P0[1-5]|25P0[34])$/

/** Has the server closed the connection with this error? */
export const endsConnection = (error: unknown): error is DatabaseError =>
  error instanceof DatabaseError &&
  (HANGS_UP.test(error.code) || error.severity === 'FATAL' || error.severity === 'PANIC')
