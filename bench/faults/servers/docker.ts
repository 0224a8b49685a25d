// A throwaway container. After kill -9 its supervisor removes it: nobody else has to.
import { findEngine, type Engine } from '../../../src/server/docker/engine.js'
import { isRunning } from '../../../src/model/is-running.js'
import { ORDINARY_SERVER, type FaultServer } from '../fault-server.js'
import type { Surroundings } from '../surroundings.js'
import { resumedRun, tinyRun } from '../tiny-run.js'

export const docker: FaultServer = {
  name: 'docker',
  withReady: async (_, work) => {
    const engine = await findEngine(new AbortController().signal)
    return work({
      ...ORDINARY_SERVER,
      commandLine: (dist, folder) => tinyRun(dist, folder, ['--server', 'docker']),
      resumeLine: (dist, run) => resumedRun(dist, run, []),
      surroundings: engineSurroundings(engine),
    })
  },
}

/**
 * Ours are containers with our label whose run is gone, and anonymous volumes that no container uses. Others may use the
 * engine meanwhile: what they have for a moment only is gone within the grace.
 */
const engineSurroundings = (engine: Engine): Surroundings => ({
  snapshot: async () => {
    const [containers, { Volumes }] = await Promise.all([
      engine.listContainers({ all: true, filters: { label: ['indexproof.run'] } }),
      engine.listVolumes({ filters: { dangling: ['true'], label: ['com.docker.volume.anonymous'] } }),
    ])
    const orphans = containers.filter(({ Labels }) => !isRunning(Number(Labels['indexproof.pid'])))
    return {
      ours: [
        ...orphans.map(({ Names, Labels }) => `container ${Names.join()} of ${Labels['indexproof.run']}`),
        ...(Volumes ?? []).map(({ Name }) => `volume ${Name}`),
      ],
      neighbours: {},
    }
  },
})
