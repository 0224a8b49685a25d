// A statement of the migration that the server refused: the user's SQL, or the server's own trouble.
import { brokenError } from '../model/errors.js'
import { DatabaseError } from '../postgres/database-error.js'
import { isLockTimeout, lockTimeoutError } from '../postgres/lock-holders.js'
import { isServerTrouble } from '../model/server-trouble.js'
import type { Session } from '../postgres/session.js'
import { formatPlace } from '../postgres/sql/source-error.js'
import type { ParsedStatement } from '../postgres/sql/parsed-statement.js'
import { statementError } from '../postgres/sql/statement-error.js'

/** Anything but a DatabaseError is returned as it is. Ends the transaction where it was a lock that did not come. */
export async function migrationError(
  session: Session,
  statement: ParsedStatement,
  error: unknown,
): Promise<unknown> {
  const { source, offset } = statement
  if (isLockTimeout(error)) {
    return lockTimeoutError(session, `${formatPlace(source, statement)}: the statement`, error)
  }
  if (!(error instanceof DatabaseError)) return error
  if (!isServerTrouble(error.code)) return statementError(source, offset, error)
  const hint = [error.detail, error.hint].filter((part) => part !== undefined).join('. ')
  return brokenError(`${formatPlace(source, statement)}: ${error.message} (SQLSTATE ${error.code})`, {
    ...(hint === '' ? {} : { hint }),
    cause: error,
  })
}
