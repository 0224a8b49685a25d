// The url server: a PostgreSQL of the user's. Nothing of theirs is touched: the run works in scratch databases of its own,
// beside the database that was named, and drops them.
import type { Address } from '../model/address.js'
import { withClusterServer } from './cluster-server.js'
import type { Server } from './server.js'

export interface UrlOptions {
  readonly address: Address
  readonly runId: string
  readonly signal: AbortSignal
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
  readonly note: (message: string) => void
}

export const withUrlServer = <T>(options: UrlOptions, work: (server: Server) => Promise<T>): Promise<T> =>
  withClusterServer({ ...options, kind: 'url', lasting: true, caveats: [], image: null }, work)
