// The docker server: a throwaway container of a pgvector image.
import { withClusterServer } from './cluster-server.js'
import { withContainer } from './docker/container.js'
import type { Server } from './server.js'
import type { ServerPorts } from './server-ports.js'

export interface DockerOptions extends ServerPorts {
  /** With its tag or digest. */
  readonly image: string
}

const CAVEATS = [
  'A throwaway container without fsync and autovacuum: writes and checkpoints are cheaper than in production.',
]

export const withDockerServer = <T>(
  options: DockerOptions,
  work: (server: Server) => Promise<T>,
): Promise<T> =>
  withContainer(options, ({ address, image }) =>
    withClusterServer({ ...options, kind: 'docker', address, lasting: false, caveats: CAVEATS, image }, work),
  )
