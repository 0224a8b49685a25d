// `indexproof run`: one scenario from an empty server to a judged result. The order of the stages is here, and only here.
import { summariseRun } from '../analyse/summarise-run.js'
import type { EvidenceHeader } from '../model/evidence.js'
import type { Progress } from '../model/progress.js'
import type { Result } from '../model/result.js'
import type { Scenario } from '../model/scenario.js'
import type { Server } from '../server/server.js'
import { withServer, type ServerOptions } from '../server/with-server.js'
import { checkQueries } from './check-queries.js'
import { evidenceLog } from './evidence-log.js'
import { makeHeader } from './make-header.js'
import { observe } from './observe.js'
import { writePlans } from './plan-files.js'
import { prepareDatabase } from './prepare-database.js'
import { requireExtensions } from './require-extensions.js'
import { resolveQueries } from './resolve-queries.js'
import { withRunFolder, type RunFolder } from './run-folder.js'
import { loadSeedPlan, type SeedPlan } from './seed-plan.js'
import { writeReport } from './write-report.js'

export interface RunOptions {
  readonly scenario: Scenario
  /** small, medium, large, or rows of the main table. */
  readonly scale: string
  readonly seed: number
  /** Time for measuring, without seeding and building, milliseconds. */
  readonly budgetMs: number
  /** aa: the migration is in neither arm. */
  readonly arms: EvidenceHeader['run']['arms']
  /** Results go to a new folder in this one. */
  readonly outFolder: string
  readonly server: ServerOptions
  /** The command that repeats this run, for the report. */
  readonly command: string
  readonly toolVersion: string
}

export interface RunPorts {
  readonly progress: Progress
  readonly signal: AbortSignal
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
  /** Wall clock. */
  readonly date: () => Date
}

export interface RunOutcome {
  readonly result: Result
  /** The folder of the run. */
  readonly folder: string
}

/** Throws HarnessError for what the user can mend, and whatever `signal` was aborted with; leaves nothing behind then. */
export async function run(options: RunOptions, ports: RunPorts): Promise<RunOutcome> {
  const { progress, signal, now } = ports
  const startedAt = ports.date().toISOString()
  const id = `${startedAt.replaceAll(/[:.]/g, '-')}-${options.scenario.name}-${options.server.kind}`
  const seedPlan = await loadSeedPlan(options.scenario.dataset, options.scale, options.seed)
  return withRunFolder(options.outFolder, id, (folder) => {
    progress.phase(`Starting the ${options.server.kind} server`)
    const note = (text: string): void => progress.note(text)
    return withServer(options.server, { signal, now, note }, (server) =>
      runOn(server, seedPlan, { id, startedAt }, folder, options, ports),
    )
  })
}

async function runOn(
  server: Server,
  seedPlan: SeedPlan,
  identity: { readonly id: string; readonly startedAt: string },
  folder: RunFolder,
  options: RunOptions,
  ports: RunPorts,
): Promise<RunOutcome> {
  const { scenario, arms, seed, budgetMs, command, toolVersion } = options
  const { progress, signal } = ports
  const { session } = server

  requireExtensions(seedPlan.dataset, server.facts)
  const database = await prepareDatabase(server, seedPlan, scenario, arms === 'migration', ports)
  progress.phase('Checking results and plans')
  const queries = await resolveQueries(session, scenario, database)
  const { scripts } = database
  const { checks, plans, returned } = await checkQueries(
    session,
    scenario.queries,
    queries,
    scripts,
    progress,
  )
  await writePlans(folder, plans)

  progress.phase('Measuring')
  const run = { ...identity, arms, seed, budgetMs, command }
  const header = makeHeader({ run, toolVersion, scenario, server, database, queries, checks, returned })
  const log = evidenceLog(header, plans, folder)
  await observe(header, queries, scripts, log, { ...ports, session })

  progress.phase('Writing the report')
  const result = summariseRun(log.evidence())
  await writeReport(result, folder.write)
  signal.throwIfAborted()
  return { result, folder: await folder.publish() }
}
