// The container engine of this machine. Without one its tests are skipped, visibly, but never in CI.
import { findEngine, type Engine } from '../../src/server/docker/engine.js'

const engine: Engine | null = await findEngine(new AbortController().signal).catch(() => null)

export const skipDocker = engine === null && process.env['CI'] === undefined

/** Said by the names of what is skipped. */
export const DOCKER = skipDocker ? ' (skipped: no Docker engine answers)' : ''

/** Another version's, where CI asks for it. */
export const PGVECTOR_IMAGE = process.env['INDEXPROOF_TEST_IMAGE'] ?? 'pgvector/pgvector:pg17'

export function dockerEngine(): Engine {
  if (engine === null) throw new Error('no Docker engine answers')
  return engine
}

/** Names of the containers with this run's label, running or not. */
export async function containersOf(runId: string): Promise<readonly string[]> {
  const filters = { label: [`indexproof.run=${runId}`] }
  const listed = await dockerEngine().listContainers({ all: true, filters })
  return listed.flatMap(({ Names }) => Names.map((name) => name.slice(1)))
}
