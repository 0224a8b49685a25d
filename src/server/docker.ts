// The docker server: a throwaway container of a pgvector image.
import { withClusterServer } from './cluster-server.js'
import { withContainer } from './docker/container.js'
import { findEngine } from './docker/engine.js'
import { prepareImage } from './docker/image.js'
import type { KeptOn } from './kept/seed-shelf.js'
import { keptCluster, startFromKept } from './kept/start-from-kept.js'
import type { Server } from './server.js'
import type { ServerPorts } from './server-ports.js'

export interface DockerOptions extends ServerPorts {
  /** With its tag or digest. */
  readonly image: string
}

const CAVEATS = [
  'A throwaway container without fsync and autovacuum: writes and checkpoints are cheaper than in production.',
]

export async function withDockerServer<T>(
  options: DockerOptions,
  work: (server: Server) => Promise<T>,
): Promise<T> {
  const { digest } = await prepareImage(await findEngine(options.signal), options)
  const on: KeptOn = { kind: 'docker', version: digest }
  return startFromKept(options, on, (archive, seeded, started) =>
    withContainer(
      options,
      ({ address, image, backUp }) => {
        started()
        const kept = keptCluster(options, on, seeded, backUp)
        return withClusterServer(
          { ...options, kind: 'docker', address, lasting: false, kept, caveats: CAVEATS, image },
          work,
        )
      },
      archive,
    ),
  )
}
