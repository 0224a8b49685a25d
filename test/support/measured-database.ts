// A seeded and migrated database whose queries can be measured again and again, with something done to it in the middle.
import { summariseRun } from '../../src/analyse/summarise-run.js'
import { checkQueries } from '../../src/experiment/questions/check-queries.js'
import { evidenceLog } from '../../src/experiment/folder/evidence-log.js'
import { makeHeader } from '../../src/experiment/questions/make-header.js'
import { loadNamedScenario } from '../../src/experiment/named-scenarios.js'
import { observe } from '../../src/experiment/observe/observe.js'
import { resolveQueries } from '../../src/experiment/questions/resolve-queries.js'
import type { RunFolder } from '../../src/experiment/folder/run-folder.js'
import { seedDatabase } from '../../src/experiment/database/seed-database.js'
import { loadSeedPlan } from '../../src/experiment/database/seed-plan.js'
import { withArms } from '../../src/experiment/database/with-arms.js'
import { drawCohorts } from '../../src/measure/parameters/cohorts.js'
import type { Progress } from '../../src/model/progress.js'
import type { Result } from '../../src/model/result.js'
import { leaveOut } from '../../src/scenario/leave-out.js'
import type { Session } from '../../src/postgres/session.js'
import { NO_NEEDS } from '../../src/server/preflight/needs.js'
import { withServer, type ServerOptions } from '../../src/server/with-server.js'

export interface MeasuredDatabase {
  /** Sessions of the owner on the database of each arm. */
  readonly sessions: { readonly before: Session; readonly after: Session }
  /** Measures six rounds of everything; `disturb` is called after the third and waited for. */
  measure(disturb: () => Promise<void>): Promise<Result>
}

const ROUNDS = 6
const SCALE = '2000'
const SEED = 7

const quiet: Progress = { phase: () => {}, advance: () => {}, standings: () => {}, note: () => {} }
const now = (): number => Number(process.hrtime.bigint())
const ports = { progress: quiet, now, date: () => new Date() }

/** Nothing is written. */
const nowhere: RunFolder = {
  path: '',
  isKept: () => false,
  append: () => Promise.resolve(),
  write: () => Promise.resolve(),
  keep: () => Promise.resolve(),
}

export async function withMeasuredDatabase<T>(
  options: ServerOptions,
  scenarioFolder: string,
  armKind: 'transactions' | 'clones',
  work: (database: MeasuredDatabase) => Promise<T>,
): Promise<T> {
  const without = ['vector'] as const
  const seedPlan = await loadSeedPlan('chat', SCALE, SEED, without)
  const scenario = await leaveOut(await loadNamedScenario(scenarioFolder), without, seedPlan.leftOutTables)
  const { signal } = new AbortController()
  const serverPorts = { runId: 'test', needs: NO_NEEDS, seeds: null, signal, now, note: () => {} }
  return withServer(options, serverPorts, async (server) => {
    const database = await seedDatabase(server, seedPlan, scenario, ports)
    return withArms(
      server,
      database,
      { scenario, arms: 'migration', armKind },
      { ...ports, beforeMigration: async () => {} },
      async (made) => {
        const { arms, migration } = made
        const { tenancy } = seedPlan.dataset
        const cohorts = await drawCohorts(arms.after.session, tenancy)
        const queries = await resolveQueries(arms.after.session, scenario, database, tenancy.setting)
        const checked = await checkQueries(arms, scenario.queries, queries, quiet)
        const run = {
          id: 'test',
          startedAt: new Date().toISOString(),
          arms: 'migration' as const,
          armKind,
          planMode: null,
          seed: SEED,
          budgetMs: 60_000,
          priceBudgetMs: 0,
          statementTimeoutMs: 600_000,
          command: 'indexproof run',
        }
        const states = { arms, migration, securedTables: [], subsets: [] }
        const dataset = { ...database.dataset, cohorts }
        const unprepared = { placeholders: database.placeholders, preparation: [] }
        const parts = { run, toolVersion: '0.0.0', scenario, source: 'test', server, dataset, migration }
        const header = makeHeader({
          ...parts,
          ...unprepared,
          queries,
          ...checked,
          closer: [],
          pairChecks: [],
          indexes: null,
        })
        const short = { ...header, policy: { ...header.policy, looks: [ROUNDS] } }
        return work({
          sessions: { before: arms.before.session, after: arms.after.session },
          measure: async (disturb) => {
            const log = evidenceLog(short, checked.plans, nowhere)
            let round = 0
            const kept = async (): Promise<void> => {
              if (++round === ROUNDS / 2) await disturb()
            }
            const pressure = () => Promise.resolve({ cpuPercent: null, load: null })
            await observe(short, queries, states, log, {
              ...ports,
              kept,
              pressure,
              afterVerdicts: () => Promise.resolve(),
            })
            return summariseRun(log.evidence())
          },
        })
      },
    )
  })
}
