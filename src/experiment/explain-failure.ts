// What reaches the end of a run unexplained, in words a user can act on.
import { brokenError, HarnessError } from '../model/errors.js'
import type { ServerKind } from '../model/server-kinds.js'
import { DatabaseError } from '../postgres/database-error.js'
import { explainDatabaseError } from '../postgres/explain-database-error.js'
import { isConnectionLost } from '../postgres/is-connection-lost.js'

/** A HarnessError for what the server or the network did; anything else is a bug and stays as it is. */
export function explainFailure(error: unknown, kind: ServerKind, doing: string): unknown {
  if (error instanceof HarnessError) return error
  if (isConnectionLost(error)) {
    return brokenError(`The connection to the ${kind} server was lost, while ${doing}`, {
      hint: 'Its log says why it ended, if the network did not',
      cause: error,
    })
  }
  return error instanceof DatabaseError ? explainDatabaseError(error, doing) : error
}
