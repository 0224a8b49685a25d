// The local server: a throwaway cluster from the PostgreSQL installed on this machine.
import { tmpdir } from 'node:os'
import { withClusterServer } from './cluster-server.js'
import { withLocalCluster } from './local/cluster.js'
import { findBinaries } from './local/find-binaries.js'
import { reapOrphanClusters } from './local/orphans.js'
import { diskCheck } from './preflight/disk-check.js'
import { requireChecks, type ServerNeeds } from './preflight/needs.js'
import type { Server } from './server.js'

export interface LocalOptions {
  /** Folder of PostgreSQL's programs; null to look for them. */
  readonly binFolder: string | null
  /** The PATH of the environment. */
  readonly path: string
  readonly needs: ServerNeeds
  readonly runId: string
  readonly signal: AbortSignal
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
  readonly note: (message: string) => void
}

const CAVEATS = [
  'A throwaway cluster without fsync and autovacuum: writes and checkpoints are cheaper than in production.',
]

export async function withLocalServer<T>(
  options: LocalOptions,
  work: (server: Server) => Promise<T>,
): Promise<T> {
  const binaries = await findBinaries({ folder: options.binFolder, path: options.path })
  requireChecks([await diskCheck(tmpdir(), options.needs)])
  await reapOrphanClusters(options.note)
  return withLocalCluster(binaries, ({ address }) =>
    withClusterServer(
      { ...options, kind: 'local', address, lasting: false, caveats: CAVEATS, image: null },
      work,
    ),
  )
}
