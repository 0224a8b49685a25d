// The database of a scenario that comes with IndexProof, small: seeded, and with its migration, on the embedded server.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadNamedScenario } from '../../src/experiment/named-scenarios.js'
import { seedDatabase } from '../../src/experiment/database/seed-database.js'
import { loadSeedPlan } from '../../src/experiment/database/seed-plan.js'
import { withArms } from '../../src/experiment/database/with-arms.js'
import type { MigrationFacts } from '../../src/model/facts.js'
import type { Progress } from '../../src/model/progress.js'
import type { Row, Session } from '../../src/postgres/session.js'
import { NO_NEEDS } from '../../src/server/preflight/needs.js'
import { withServer } from '../../src/server/with-server.js'
import { TEST_CACHE } from './run-scenario.js'

export interface PublishedDatabase {
  /** The owner's. */
  readonly session: Session
  readonly migration: MigrationFacts
  /** Rows by table, as the generator told them. */
  readonly rows: Readonly<Record<string, number>>
  /** The only value of the only row. */
  one(sql: string): Promise<string | null>
  /** What the scenario's checks return, by file, after all that was done so far is counted. */
  checkAnswers(): Promise<Record<string, readonly Row[]>>
}

const quiet: Progress = { phase: () => {}, advance: () => {}, standings: () => {}, note: () => {} }
const now = (): number => Number(process.hrtime.bigint())

export async function withPublishedDatabase<T>(
  name: string,
  scale: string,
  work: (database: PublishedDatabase) => Promise<T>,
): Promise<T> {
  const scenario = await loadNamedScenario(name)
  const seedPlan = await loadSeedPlan(scenario.dataset, scale, 7, [])
  const { signal } = new AbortController()
  const serverPorts = { runId: 'test', needs: NO_NEEDS, seeds: null, signal, now, note: () => {} }
  const stagePorts = { progress: quiet, now, date: () => new Date() }
  const armPorts = { ...stagePorts, beforeMigration: () => Promise.resolve() }
  return withServer({ kind: 'embedded', cacheFolder: TEST_CACHE }, serverPorts, async (server) => {
    const seeded = await seedDatabase(server, seedPlan, scenario, stagePorts)
    const options = { scenario, arms: 'migration', armKind: scenario.armKind } as const
    return withArms(server, seeded, options, armPorts, ({ arms, migration }) => {
      const { session } = arms.after
      const one = async (sql: string): Promise<string | null> =>
        Object.values((await session.query(sql))[0] ?? {})[0] ?? null
      const checkAnswers = async (): Promise<Record<string, readonly Row[]>> => {
        await session.query('select pg_stat_force_next_flush()')
        const folder = join('scenarios', name, 'checks')
        const answers: Record<string, readonly Row[]> = {}
        for (const file of await readdir(folder))
          answers[file] = await session.query(await readFile(join(folder, file), 'utf8'))
        return answers
      }
      return work({ session, migration, rows: seeded.dataset.rows, one, checkAnswers })
    })
  })
}
