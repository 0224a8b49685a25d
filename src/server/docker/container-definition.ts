// What the engine is asked to make: PostgreSQL as the official image starts it, with the settings of a throwaway server.
import type { Engine } from './engine.js'
import { toLabels, type Mark } from './labels.js'
import { INITDB_ARGUMENTS, THROWAWAY_SETTINGS } from '../throwaway-settings.js'

export interface ContainerPlan {
  readonly name: string
  readonly image: string
  readonly password: string
  readonly mark: Mark
}

export const USER = 'postgres'
export const PORT = '5432/tcp'

/**
 * Parallel workers share memory through /dev/shm, and a parallel build of an HNSW index keeps its graph there, up to
 * maintenance_work_mem: the engine's default of 64 MB ends such a build with "No space left on device".
 */
const SHARED_MEMORY_BYTES = 2 ** 30

export const containerDefinition = ({
  name,
  image,
  password,
  mark,
}: ContainerPlan): Parameters<Engine['createContainer']>[0] => ({
  name,
  Image: image,
  Cmd: [
    'postgres',
    ...Object.entries(THROWAWAY_SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ],
  Env: [
    `POSTGRES_USER=${USER}`,
    `POSTGRES_PASSWORD=${password}`,
    `POSTGRES_DB=postgres`,
    `POSTGRES_INITDB_ARGS=${INITDB_ARGUMENTS.join(' ')}`,
  ],
  Labels: toLabels(mark),
  ExposedPorts: { [PORT]: {} },
  HostConfig: {
    // The engine picks a free port; without an address it would publish it to the whole network.
    PortBindings: { [PORT]: [{ HostIp: '127.0.0.1', HostPort: '' }] },
    // The data stays in the image's anonymous volume, which goes with the container: in a tmpfs it would take the memory
    // that the server's cache needs, and with fsync off a volume is written from memory anyway.
    ShmSize: SHARED_MEMORY_BYTES,
  },
})
