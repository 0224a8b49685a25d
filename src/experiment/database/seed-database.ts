// From an empty database to a seeded one: roles, rows, keys and policies, and the maintenance that keeps first scans, those
// of index builds too, from paying for what loading left behind (hint bits, visibility map). Statistics come later.
import type { Seeded } from '../../model/kept-seed.js'
import type { Progress } from '../../model/progress.js'
import { RANDOM_ALGORITHM } from '../../model/random.js'
import type { Scenario } from '../../model/scenario.js'
import { resolvePlaceholders } from '../../migrate/placeholders.js'
import { switchOffAutovacuum } from '../../postgres/catalog/autovacuum.js'
import { quoteIdentifier } from '../../postgres/identifiers.js'
import { fillPlaceholders } from '../../postgres/sql/fill-placeholders.js'
import { seedDataset } from '../../seed/seed-dataset.js'
import type { Server } from '../../server/server.js'
import type { SeedPlan } from './seed-plan.js'
import { STATEMENT_LIMITS_MS } from '../observe/time-limits.js'

export interface SeededDatabase extends Readonly<Seeded> {
  /** Values of the scenario's placeholders. */
  readonly placeholders: Readonly<Record<string, string>>
}

export interface StagePorts {
  readonly progress: Progress
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
}

/** Where an earlier run seeded this database there is nothing to do. */
export async function seedDatabase(
  server: Server,
  plan: SeedPlan,
  scenario: Scenario,
  ports: StagePorts,
): Promise<SeededDatabase> {
  const seeded = server.seeded === null ? await seedAndKeep(server, plan, ports) : reuse(server.seeded, ports)
  return { ...seeded, placeholders: resolvePlaceholders(scenario.placeholders, seeded.dataset.rows) }
}

function reuse({ dataset, roles }: Seeded, { progress }: StagePorts): Seeded {
  progress.phase(`Reusing the seeded ${dataset.name}, ${dataset.scale}`)
  progress.note(
    `${dataset.name}, ${dataset.scale}, was seeded by an earlier run and kept: reused (--fresh seeds anew)`,
  )
  return { dataset: { ...dataset, reused: true }, roles }
}

async function seedAndKeep(server: Server, plan: SeedPlan, ports: StagePorts): Promise<Seeded> {
  const seeded = await seedAnew(server, plan, ports)
  await server.keepSeeded(seeded)
  return seeded
}

async function seedAnew(server: Server, plan: SeedPlan, { progress, now }: StagePorts): Promise<Seeded> {
  const { session } = server
  const { dataset, scale } = plan
  await session.limitStatements(STATEMENT_LIMITS_MS.seeding)
  const roles = await server.createRoles(dataset.roles.map(({ name }) => name))
  progress.phase(`Seeding ${dataset.name}, ${scale.label}`)
  const startNs = now()
  const values = rolePlaceholders(roles)
  const fill = (file: string, text: string): string =>
    fillPlaceholders({ path: `seeds/${dataset.name}/${file}`, text }, values).text
  const { rows, checksum } = await server.withSecondSession(async (second) => {
    await second?.limitStatements(STATEMENT_LIMITS_MS.seeding)
    return seedDataset(second === null ? [session] : [session, second], dataset, {
      seed: plan.seed,
      mainRows: scale.mainRows,
      tablesSql: fill(dataset.files.tables, plan.tablesSql),
      constraintsSql: fill(dataset.files.constraints, plan.constraintsSql),
      onProgress: (fraction, detail) => progress.advance(fraction, detail),
      now,
    })
  })
  await switchOffAutovacuum(session)
  await session.script('vacuum (freeze)')
  await server.checkpoint()
  return {
    dataset: {
      name: dataset.name,
      seed: plan.seed,
      scale: scale.label,
      rows,
      checksum,
      generatorVersion: dataset.generatorVersion,
      randomAlgorithm: RANDOM_ALGORITHM,
      facts: { ...dataset.facts },
      seedMs: (now() - startNs) / 1e6,
      reused: false,
    },
    roles,
  }
}

const rolePlaceholders = (roles: SeededDatabase['roles']): Record<string, string> =>
  Object.fromEntries(Object.entries(roles).map(([name, role]) => [`role_${name}`, quoteIdentifier(role)]))
