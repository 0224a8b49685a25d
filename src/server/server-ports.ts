// What every server is given of the run and the process around it.
import type { SeedShelf } from './kept/seed-shelf.js'
import type { ServerNeeds } from './preflight/needs.js'

export interface ServerPorts {
  /** In the marks of what the run leaves on a server while it lives. */
  readonly runId: string
  readonly needs: ServerNeeds
  /** Where seeded databases are kept for later runs; null where none are. */
  readonly seeds: SeedShelf | null
  readonly signal: AbortSignal
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
  /** Told when a start takes longer than usual, and why; and what could not be tidied up. */
  readonly note: (message: string) => void
}
