// A throwaway cluster of the PostgreSQL installed here.
import type { FaultServer } from '../fault-server.js'
import { nothingOutside } from '../surroundings.js'
import { tinyRun } from '../tiny-run.js'

export const local: FaultServer = {
  name: 'local',
  commandLine: (dist, folder) => tinyRun(dist, folder, ['--server', 'local']),
  environment: {},
  // 3 where pgvector is not installed: the cluster was started and stopped all the same.
  finishes: [0, 3],
  surroundings: nothingOutside,
  cleanUp: null,
}
