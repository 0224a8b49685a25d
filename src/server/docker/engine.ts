// The container engine of this machine, as testcontainers finds it: DOCKER_HOST, ~/.testcontainers.properties, or one of
// the usual sockets. Containers are made through its API client and not by testcontainers itself, which publishes ports
// on every network interface, cannot be stopped while it starts one, and takes the error of a failed pull for its end.
import type { ContainerRuntimeClient } from 'testcontainers'
import { environmentError } from '../../model/errors.js'
import { explainNoEngine, OTHER_SERVERS } from './engine-error.js'
import { orAbort } from './or-abort.js'

export type Engine = ContainerRuntimeClient['container']['dockerode']

/** Throws an environment error where none answers. */
export async function findEngine(signal: AbortSignal): Promise<Engine> {
  // Half a second to load, so only those pay who ask for a container.
  const { getContainerRuntimeClient } = await import('testcontainers')
  const client = await orAbort(
    getContainerRuntimeClient().catch(() => null),
    signal,
  )
  if (client === null) throw await explainNoEngine()
  const engine = client.container.dockerode
  const host = hostOf(engine)
  if (host === null || LOOPBACK.has(host)) return engine
  throw environmentError(`The Docker engine runs on another machine (${host})`, {
    hint: `Its ports on loopback cannot be reached from here: name an engine of this machine in DOCKER_HOST, or ${OTHER_SERVERS}`,
  })
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1', '[::1]'])

/** Null: reached by a socket of this machine. */
const hostOf = (engine: Engine): string | null => (engine.modem as { host?: string }).host ?? null
