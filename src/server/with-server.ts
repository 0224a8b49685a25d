// The servers by their kind.
import type { ServerKind } from '../model/server-kinds.js'
import { withEmbeddedServer } from './embedded.js'
import { withLocalServer } from './local.js'
import type { Server } from './server.js'

export interface ServerOptions {
  readonly kind: ServerKind
  /** Where the embedded server keeps its prepared data directory between runs. */
  readonly cacheFolder: string
  /** Folder of PostgreSQL's programs for the local server; null to look for them. */
  readonly binFolder: string | null
  /** The PATH of the environment. */
  readonly path: string
}

export interface ServerPorts {
  /** In the marks of what the run leaves on a server while it lives. */
  readonly runId: string
  readonly signal: AbortSignal
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
  /** Told when a start takes longer than usual, and why. */
  readonly note: (message: string) => void
}

export function withServer<T>(
  options: ServerOptions,
  ports: ServerPorts,
  work: (server: Server) => Promise<T>,
): Promise<T> {
  return options.kind === 'local'
    ? withLocalServer({ ...options, ...ports }, work)
    : withEmbeddedServer({ ...options, ...ports }, work)
}
