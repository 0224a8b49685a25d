// From an empty database to one that can be measured: roles, rows, migration, and the maintenance that keeps first
// reads from paying for what loading left behind (hint bits, visibility map, statistics).
import type { DatasetFacts, MigrationFacts } from '../model/evidence.js'
import type { Progress } from '../model/progress.js'
import { RANDOM_ALGORITHM } from '../model/random.js'
import type { Scenario } from '../model/scenario.js'
import { drawCohorts } from '../measure/parameters/cohorts.js'
import { applyMigration } from '../migrate/apply-migration.js'
import { resolvePlaceholders } from '../migrate/placeholders.js'
import { dropStatement } from '../migrate/toggle.js'
import type { ArmScripts } from '../measure/arms.js'
import { quoteIdentifier } from '../postgres/identifiers.js'
import type { Session } from '../postgres/session.js'
import { parseStatements } from '../postgres/sql/parse-statements.js'
import { fillPlaceholders } from '../postgres/sql/fill-placeholders.js'
import { seedDataset } from '../seed/seed-dataset.js'
import type { Server } from '../server/server.js'
import type { SeedPlan } from './seed-plan.js'

export interface PreparedDatabase {
  readonly dataset: DatasetFacts
  readonly migration: MigrationFacts
  /** What turns the database into each arm. */
  readonly scripts: ArmScripts
  /** Role names in this cluster by the dataset's name for them. */
  readonly roles: Readonly<Record<string, string>>
  /** Values of the scenario's placeholders. */
  readonly placeholders: Readonly<Record<string, string>>
  readonly tenantSetting: string
}

export interface PreparePorts {
  readonly progress: Progress
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
}

/** An A/A run: both arms are the database as it was seeded. */
const NO_MIGRATION: MigrationFacts = { applied: false, statements: [], indexes: [] }

export async function prepareDatabase(
  server: Server,
  plan: SeedPlan,
  scenario: Scenario,
  applied: boolean,
  ports: PreparePorts,
): Promise<PreparedDatabase> {
  const { session } = server
  const roles = await server.createRoles(plan.dataset.roles.map(({ name }) => name))
  const dataset = await seed(session, plan, roles, ports)
  const placeholders = resolvePlaceholders(scenario.placeholders, dataset.rows)
  const migration = applied ? await migrate(session, scenario, placeholders, ports) : NO_MIGRATION
  await session.script('vacuum (freeze, analyze)')
  await session.script('checkpoint')
  return {
    dataset,
    migration,
    scripts: { before: dropStatement(migration.indexes), after: '' },
    roles,
    placeholders,
    tenantSetting: plan.dataset.tenancy.setting,
  }
}

async function seed(
  session: Session,
  plan: SeedPlan,
  roles: PreparedDatabase['roles'],
  { progress, now }: PreparePorts,
): Promise<DatasetFacts> {
  const { dataset, scale } = plan
  progress.phase(`Seeding ${dataset.name}, ${scale.label}`)
  const startNs = now()
  const values = rolePlaceholders(roles)
  const fill = (file: string, text: string): string =>
    fillPlaceholders({ path: `seeds/${dataset.name}/${file}`, text }, values).text
  const { rows, checksum } = await seedDataset(session, dataset, {
    seed: plan.seed,
    mainRows: scale.mainRows,
    tablesSql: fill(dataset.files.tables, plan.tablesSql),
    constraintsSql: fill(dataset.files.constraints, plan.constraintsSql),
    onProgress: (fraction, detail) => progress.advance(fraction, detail),
  })
  const seedMs = milliseconds(now() - startNs)
  return {
    name: dataset.name,
    seed: plan.seed,
    scale: scale.label,
    rows,
    checksum,
    generatorVersion: dataset.generatorVersion,
    randomAlgorithm: RANDOM_ALGORITHM,
    facts: { ...dataset.facts },
    cohorts: await drawCohorts(session, dataset.tenancy),
    seedMs,
  }
}

async function migrate(
  session: Session,
  scenario: Scenario,
  placeholders: PreparedDatabase['placeholders'],
  { progress, now }: PreparePorts,
): Promise<MigrationFacts> {
  progress.phase('Applying the migration')
  const files = scenario.migrations.map((file) => parseStatements(fillPlaceholders(file, placeholders)))
  const statements = (await Promise.all(files)).flat()
  return applyMigration(session, statements, {
    now,
    onProgress: (fraction, detail) => progress.advance(fraction, detail),
  })
}

const rolePlaceholders = (roles: PreparedDatabase['roles']): Record<string, string> =>
  Object.fromEntries(Object.entries(roles).map(([name, role]) => [`role_${name}`, quoteIdentifier(role)]))

const milliseconds = (ns: number): number => ns / 1e6
