// The local server: a throwaway cluster from the PostgreSQL installed on this machine.
import { withPgSession } from '../postgres/pg-session.js'
import { withLocalCluster } from './local/cluster.js'
import { findBinaries } from './local/find-binaries.js'
import { serve } from './serve.js'
import type { Server } from './server.js'
import { createVectorExtension } from './vector-extension.js'

export interface LocalOptions {
  /** Folder of PostgreSQL's programs; null to look for them. */
  readonly binFolder: string | null
  /** The PATH of the environment. */
  readonly path: string
  readonly signal: AbortSignal
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
}

const CAVEATS = [
  'A throwaway cluster without fsync and autovacuum: writes and checkpoints are cheaper than in production.',
]

export async function withLocalServer<T>(
  { binFolder, path, signal, now }: LocalOptions,
  work: (server: Server) => Promise<T>,
): Promise<T> {
  const binaries = await findBinaries({ folder: binFolder, path })
  return withLocalCluster(binaries, (address) =>
    withPgSession({ address, signal, now }, async (session) => {
      await createVectorExtension(session)
      return work(await serve(session, 'local', CAVEATS))
    }),
  )
}
