// The connection is gone: nothing can be asked of this session any more, and what was under way may or may not have been done.

export class ConnectionLostError extends Error {
  override readonly name = 'ConnectionLostError'

  /** `doing`: what the session was at, e.g. "running a query". */
  constructor(doing: string, cause: Error) {
    super(`the connection to PostgreSQL was lost (while ${doing}: ${cause.message})`, { cause })
  }
}
