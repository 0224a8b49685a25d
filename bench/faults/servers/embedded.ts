// PGlite, in the process of the run itself.
import type { FaultServer } from '../fault-server.js'
import { nothingOutside } from '../surroundings.js'
import { tinyRun } from '../tiny-run.js'

export const embedded: FaultServer = {
  name: 'embedded',
  commandLine: (dist, folder) => tinyRun(dist, folder, ['--server', 'embedded']),
  environment: {},
  finishes: [0],
  surroundings: nothingOutside,
  cleanUp: null,
}
