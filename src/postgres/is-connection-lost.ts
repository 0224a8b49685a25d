// Has the connection died? Sockets, `pg` and PostgreSQL each say it in their own way.

const SOCKET_CODES: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ETIMEDOUT'])
/** Class 08; the server is shut down, crashed or ended the session (57P01 to 57P05), or the transaction lasted too long. */
const SQL_STATES = /^(08...|57P0[1-5]|25P0[34])$/
const WORDS =
  /^Connection terminated|Client has encountered a connection error and is not queryable|Client was closed and is not queryable|connection to PostgreSQL was lost/

export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  if (typeof code === 'string' && (SOCKET_CODES.has(code) || SQL_STATES.test(code))) return true
  return WORDS.test(error.message)
}
