// A throwaway cluster of the PostgreSQL installed here, which need not have pgvector.
import type { FaultServer } from '../fault-server.js'
import { nothingOutside } from '../surroundings.js'
import { tinyRun } from '../tiny-run.js'

export const local: FaultServer = {
  name: 'local',
  commandLine: (dist, folder) => tinyRun(dist, folder, ['--server', 'local', '--without', 'vector']),
  environment: {},
  finishes: [0],
  surroundings: nothingOutside,
  cleanUp: null,
}
