// The two arms of a comparison, made from one seeded database.
import type { ArmName } from '../../model/evidence.js'
import type { MigrationFacts } from '../../model/facts.js'
import type { Scenario } from '../../model/scenario.js'
import type { Arms } from '../../measure/arms.js'
import { dropStatement } from '../../migrate/toggle.js'
import { switchOffAutovacuum } from '../../postgres/catalog/autovacuum.js'
import type { Session } from '../../postgres/session.js'
import type { Server } from '../../server/server.js'
import { applyFiles } from './apply-files.js'
import type { SeededDatabase, StagePorts } from './seed-database.js'

export interface ArmsOptions {
  readonly scenario: Scenario
  /** aa: the migration is in neither arm. */
  readonly arms: 'migration' | 'aa'
  /** One database entered in transactions, or a database each. */
  readonly armKind: 'transactions' | 'clones'
}

export interface MadeArms {
  readonly arms: Arms
  readonly migration: MigrationFacts
  /** Turns a copy of the server's own database into an arm, for good. */
  readonly turnInto: (arm: ArmName, copy: Session) => Promise<void>
}

export interface ArmPorts extends StagePorts {
  /** Called with the database as it is just before the migration. */
  readonly beforeMigration: (session: Session) => Promise<void>
}

/** An A/A run: both arms are the database as it was seeded. */
const NO_MIGRATION: MigrationFacts = { applied: false, statements: [], indexes: [] }

export async function withArms<T>(
  server: Server,
  database: SeededDatabase,
  options: ArmsOptions,
  ports: ArmPorts,
  work: (made: MadeArms) => Promise<T>,
): Promise<T> {
  const migrateIn = (session: Session): Promise<MigrationFacts> =>
    options.arms === 'aa'
      ? Promise.resolve(NO_MIGRATION)
      : migrate(session, options.scenario, database, ports)
  if (options.armKind === 'clones') return withClones(server, options.scenario, migrateIn, ports, work)
  const { session } = server
  await ports.beforeMigration(session)
  const migration = await migrateIn(session)
  // After the migration: what it built has statistics too, the same in both arms.
  await session.script('vacuum (freeze, analyze)')
  await server.checkpoint()
  const before = { session, entry: dropStatement(migration.indexes) }
  const turnInto = async (arm: ArmName, copy: Session): Promise<void> => {
    if (arm === 'before') await copy.script(before.entry)
    await copy.script(VACUUM)
  }
  return work({ arms: { before, after: { session, entry: '' } }, migration, turnInto })
}

/** What earlier writes rolled back lies about in every copy alike. */
const VACUUM = 'vacuum'

async function withClones<T>(
  server: Server,
  { armKind }: Scenario,
  migrateIn: (session: Session) => Promise<MigrationFacts>,
  { progress, beforeMigration }: ArmPorts,
  work: (made: MadeArms) => Promise<T>,
): Promise<T> {
  const asLeft = armKind === 'clones'
  progress.phase('Cloning the database')
  // Otherwise the preparation was the last to decide what the planner knows.
  if (!asLeft) await server.session.script('analyze')
  await beforeMigration(server.session)
  return server.withClone(async (clone) => {
    const migrateClone = async (session: Session): Promise<MigrationFacts> => {
      const migration = await migrateIn(session)
      if (asLeft) await switchOffAutovacuum(session)
      else await settleClone(session, migration)
      return migration
    }
    const migration = await migrateClone(clone)
    await server.checkpoint()
    const before = { session: server.session, entry: '', asLeft }
    const turnInto = async (arm: ArmName, copy: Session): Promise<void> => {
      if (arm === 'after') await migrateClone(copy)
      if (!asLeft) await copy.script(VACUUM)
    }
    return work({ arms: { before, after: { session: clone, entry: '', asLeft } }, migration, turnInto })
  })
}

/**
 * Both clones keep the statistics they were copied with: a fresh sample in one arm alone could change a plan that the
 * migration did not. Only the statistics that come with an index on an expression have to be made.
 */
async function settleClone(clone: Session, { indexes }: MigrationFacts): Promise<void> {
  await clone.script('vacuum')
  const names = indexes.map(({ schema, name }) => `${schema}.${name}`)
  const rows = await clone.query(EXPRESSION_TABLES, [JSON.stringify(names)])
  for (const { statement } of rows) await clone.script(statement ?? '')
}

const EXPRESSION_TABLES = `
select distinct format('analyze %I.%I', n.nspname, t.relname) as statement
from pg_index x
join pg_class i on i.oid = x.indexrelid
join pg_class t on t.oid = x.indrelid
join pg_namespace n on n.oid = t.relnamespace
where x.indexprs is not null
  and n.nspname || '.' || i.relname in (select jsonb_array_elements_text($1::jsonb))`

function migrate(
  session: Session,
  { migrations, armKind }: Scenario,
  database: SeededDatabase,
  ports: StagePorts,
): Promise<MigrationFacts> {
  ports.progress.phase('Applying the migration')
  return applyFiles(session, migrations, database, armKind, ports)
}
