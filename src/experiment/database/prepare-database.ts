// The scenario's own preparation of the seeded data: what both arms are made of, say a backfill that leaves dead rows.
import type { AppliedStatement } from '../../model/facts.js'
import type { Scenario } from '../../model/scenario.js'
import { switchOffAutovacuum } from '../../postgres/catalog/autovacuum.js'
import type { Server } from '../../server/server.js'
import { applyFiles } from './apply-files.js'
import type { SeededDatabase, StagePorts } from './seed-database.js'

/**
 * Where the arms are clones the planner knows the seeded data beforehand, and nothing is tidied up afterwards: dead rows and
 * statistics that have grown old are part of the question. Elsewhere both arms start from a vacuumed database.
 */
export async function prepareDatabase(
  server: Server,
  scenario: Scenario,
  database: SeededDatabase,
  ports: StagePorts,
): Promise<readonly AppliedStatement[]> {
  const { session } = server
  const isFree = scenario.armKind === 'clones'
  if (isFree) await session.script('analyze')
  if (scenario.prepare.length === 0) return []
  ports.progress.phase('Preparing the database')
  const { statements } = await applyFiles(session, scenario.prepare, database, 'clones', ports)
  await switchOffAutovacuum(session)
  if (!isFree) await session.script('vacuum (freeze)')
  await server.checkpoint()
  return statements
}
