// No server: a program that does nothing but write run folders, so that a fault meets a write and not a wait.
import { join } from 'node:path'
import type { FaultServer } from '../fault-server.js'
import { nothingOutside } from '../surroundings.js'

export const writer: FaultServer = {
  name: 'writer',
  commandLine: (dist, { results }) => [join(dist, 'bench/faults/writer-program.js'), results],
  environment: {},
  finishes: [0],
  surroundings: nothingOutside,
  cleanUp: null,
}
