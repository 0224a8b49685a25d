// What every server is given of the run and the process around it.
import type { ServerNeeds } from './preflight/needs.js'

export interface ServerPorts {
  /** In the marks of what the run leaves on a server while it lives. */
  readonly runId: string
  readonly needs: ServerNeeds
  readonly signal: AbortSignal
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
  /** Told when a start takes longer than usual, and why; and what could not be tidied up. */
  readonly note: (message: string) => void
}
