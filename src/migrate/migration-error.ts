// A statement of the migration that the server refused: the user's SQL, or the server's own trouble.
import { brokenError } from '../model/errors.js'
import { DatabaseError } from '../postgres/database-error.js'
import { formatPlace } from '../postgres/sql/source-error.js'
import type { ParsedStatement } from '../postgres/sql/parsed-statement.js'
import { statementError } from '../postgres/sql/statement-error.js'

/**
 * Classes of SQLSTATE that no other wording of the statement would avoid: connection, resources, operator
 * intervention (cancelled, shut down), system and internal errors.
 */
const SERVER_TROUBLE = new Set(['08', '53', '57', '58', 'XX'])

/** Anything but a DatabaseError is returned as it is. */
export function migrationError(statement: ParsedStatement, error: unknown): unknown {
  if (!(error instanceof DatabaseError)) return error
  const { source, offset } = statement
  if (!SERVER_TROUBLE.has(error.code.slice(0, 2))) return statementError(source, offset, error)
  const hint = [error.detail, error.hint].filter((part) => part !== undefined).join('. ')
  return brokenError(`${formatPlace(source, statement)}: ${error.message} (SQLSTATE ${error.code})`, {
    ...(hint === '' ? {} : { hint }),
    cause: error,
  })
}
