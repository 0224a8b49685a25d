// What PostgreSQL reported, with what to do about it and the exit code, by SQLSTATE.
import { EXIT, HarnessError } from '../model/errors.js'
import type { DatabaseError } from './database-error.js'
import { BY_CLASS, BY_STATE, type Meaning } from './sqlstate-meanings.js'

const EXTENSION_MISSING: Meaning = {
  what: 'The server lacks the files of an extension',
  action:
    'Install its package on the server (pgvector: postgresql-<version>-pgvector), or use a server that has it',
  exitCode: EXIT.environment,
}
/** Before version 15 a file that cannot be opened, since then a feature that is not there. */
const EXTENSION_STATES: ReadonlySet<string> = new Set(['0A000', '58P01'])

/** `doing` follows "while": "seeding messages". */
export function explainDatabaseError(error: DatabaseError, doing: string): HarnessError {
  const said = `PostgreSQL says: ${error.message} (SQLSTATE ${error.code})`
  const known = meaningOf(error)
  if (known === undefined) {
    return new HarnessError(`${said}, while ${doing}`, {
      exitCode: EXIT.broken,
      cause: error,
      ...(error.hint === undefined ? {} : { hint: error.hint }),
    })
  }
  const { what, action, exitCode } = known
  return new HarnessError(`${what}, while ${doing}. ${said}`, { exitCode, hint: action, cause: error })
}

function meaningOf({ code, message }: DatabaseError): Meaning | undefined {
  if (EXTENSION_STATES.has(code) && message.includes('extension')) return EXTENSION_MISSING
  return BY_STATE[code] ?? BY_CLASS[code.slice(0, 2)]
}
