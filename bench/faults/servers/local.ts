// A throwaway cluster of the PostgreSQL installed here, which need not have pgvector.
import { ORDINARY_SERVER, type FaultServer } from '../fault-server.js'
import { resumedRun, tinyRun } from '../tiny-run.js'

export const local: FaultServer = {
  name: 'local',
  withReady: (_, work) =>
    work({
      ...ORDINARY_SERVER,
      commandLine: (dist, folder) => tinyRun(dist, folder, ['--server', 'local', '--without', 'vector']),
      resumeLine: (dist, run) => resumedRun(dist, run, []),
    }),
}
