// PGlite, in the process of the run itself.
import { ORDINARY_SERVER, type FaultServer } from '../fault-server.js'
import { resumedRun, tinyRun } from '../tiny-run.js'

export const embedded: FaultServer = {
  name: 'embedded',
  withReady: (_, work) =>
    work({
      ...ORDINARY_SERVER,
      commandLine: (dist, folder) => tinyRun(dist, folder, ['--server', 'embedded']),
      resumeLine: (dist, run) => resumedRun(dist, run, []),
    }),
}
