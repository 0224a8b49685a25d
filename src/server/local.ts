// The local server: a throwaway cluster from the PostgreSQL installed on this machine.
import { tmpdir } from 'node:os'
import { hostKind } from '../model/host-kind.js'
import { withClusterServer } from './cluster-server.js'
import { keptCluster, startFromKept } from './kept/start-from-kept.js'
import { backUpCluster } from './local/back-up.js'
import { withLocalCluster } from './local/cluster.js'
import { findBinaries } from './local/find-binaries.js'
import { keptOnLocal } from './local/kept-on.js'
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
  const on = await keptOnLocal(binaries)
  return startFromKept(options, on, (archive, seeded, started) =>
    withLocalCluster(
      binaries,
      ({ address }) => {
        // A kept cluster is entered by its socket: nobody knows the password that it has.
        const hasSocket = hostKind(address.host) === 'socket'
        if (seeded !== null && !hasSocket) throw new Error('it has no socket')
        started()
        const backUp = (path: string): Promise<void> => backUpCluster(binaries, address, path, options.signal)
        const kept = keptCluster(options, on, seeded, hasSocket ? backUp : null)
        return withClusterServer(
          { ...options, kind: 'local', address, lasting: false, kept, caveats: CAVEATS, image: null },
          work,
        )
      },
      {},
      archive,
    ),
  )
}
