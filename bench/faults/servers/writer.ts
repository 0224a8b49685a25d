// No server: a program that does nothing but write run folders, so that a fault meets a write and not a wait.
import { join } from 'node:path'
import { ORDINARY_SERVER, type FaultServer } from '../fault-server.js'

export const writer: FaultServer = {
  name: 'writer',
  withReady: (_, work) =>
    work({
      ...ORDINARY_SERVER,
      commandLine: (dist, { results }) => [join(dist, 'bench/faults/writer-program.js'), results],
      resumeLine: null,
      measures: false,
    }),
}
