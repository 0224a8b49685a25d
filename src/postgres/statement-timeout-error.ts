// A statement that the server cancelled because it took longer than we allow: no mistake, but a measurement that was cut off.
import { DatabaseError } from './database-error.js'

export class StatementTimeoutError extends DatabaseError {
  /** How long it had taken by then. */
  readonly durationNs: number

  constructor(error: DatabaseError, durationNs: number) {
    super(error)
    this.durationNs = durationNs
  }
}

/** The clocks of two machines need not agree to the last digit. */
const NEARLY = 0.99

/** Cancelled sooner than at our limit, it was somebody else: then the error stays as it is. The message is translated, and tells nothing. */
export const asStatementTimeout = (error: unknown, durationNs: number, limitMs: number): unknown =>
  error instanceof DatabaseError && error.code === '57014' && durationNs >= NEARLY * limitMs * 1e6
    ? new StatementTimeoutError(error, durationNs)
    : error
