// The local server: a throwaway cluster from the PostgreSQL installed on this machine.
import { tmpdir } from 'node:os'
import { withClusterServer } from './cluster-server.js'
import { withLocalCluster } from './local/cluster.js'
import { findBinaries } from './local/find-binaries.js'
import { reapOrphanClusters } from './local/orphans.js'
import { diskCheck } from './preflight/disk-check.js'
import { requireChecks } from './preflight/needs.js'
import type { Server } from './server.js'
import type { ServerPorts } from './server-ports.js'

export interface LocalOptions extends ServerPorts {
  /** Folder of PostgreSQL's programs; null to look for them. */
  readonly binFolder: string | null
  /** The PATH of the environment. */
  readonly path: string
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
