// `indexproof run`: one scenario from an empty server to a judged result. The order of the stages is here, and only here.
import { summariseRun } from '../analyse/summarise-run.js'
import { errorOrAbort } from '../model/errors.js'
import type { ExtensionName } from '../model/dataset.js'
import type { EvidenceHeader, Inspected } from '../model/evidence.js'
import type { IndexFacts } from '../model/index-facts.js'
import type { PlanChoice } from '../model/plan-mode.js'
import { followPhases } from './follow-phases.js'
import type { Progress } from '../model/progress.js'
import type { Result } from '../model/result.js'
import type { Scenario } from '../model/scenario.js'
import type { Arms } from '../measure/arms.js'
import { drawCohorts } from '../measure/parameters/cohorts.js'
import { listSecuredTables } from '../postgres/catalog/row-security.js'
import type { Session } from '../postgres/session.js'
import { renderLeftOut } from '../report/left-out.js'
import { leaveOut } from '../scenario/leave-out.js'
import type { Server } from '../server/server.js'
import { withServer, type ServerOptions } from '../server/with-server.js'
import { checkPairs } from './questions/check-pairs.js'
import { checkQueries } from './questions/check-queries.js'
import { explainFailure } from './explain-failure.js'
import { makeHeader } from './questions/make-header.js'
import { measurePrice } from './observe/measure-price.js'
import { readIndexFacts } from './questions/read-index-facts.js'
import { modeComparisons, withPlanChoice } from './questions/mode-comparisons.js'
import { observe } from './observe/observe.js'
import { prepareDatabase } from './database/prepare-database.js'
import { readPressure } from './observe/pressure.js'
import { requireExtensions } from './database/require-extensions.js'
import { requireUntouched, type Interrupted } from './folder/interrupted.js'
import { openShelf, type KeptSeedsOptions } from './database/open-shelf.js'
import { openLog } from './folder/open-log.js'
import { resolveQueries } from './questions/resolve-queries.js'
import { resolveWrites } from './questions/resolve-writes.js'
import { withKeptFolder, withRunFolder, type RunFolder } from './folder/run-folder.js'
import { newRunId } from './folder/run-id.js'
import { runChecks } from './observe/run-checks.js'
import { seedDatabase } from './database/seed-database.js'
import { inspectRun } from './folder/inspect-run.js'
import { loadSeedPlan, type SeedPlan } from './database/seed-plan.js'
import { keepPartial, withNothingKept } from './folder/keep-partial.js'
import { STATEMENT_LIMITS_MS } from './observe/time-limits.js'
import { withTimeLimit } from './with-time-limit.js'
import { withArms } from './database/with-arms.js'
import { serverNeeds } from './database/server-needs.js'
import { writeReport } from './folder/write-report.js'

export interface RunOptions {
  readonly scenario: Scenario
  /** The scenario as the user named it. */
  readonly source: string
  /** small, medium, large, or rows of the main table. */
  readonly scale: string
  readonly seed: number
  /** Extensions to do without: what of the scenario needs them is left out. */
  readonly without: readonly ExtensionName[]
  /** Time for measuring, without seeding and building, milliseconds. */
  readonly budgetMs: number
  /** Time for the writes of the price phase after that; 0 for none. */
  readonly priceBudgetMs: number
  /** Time for one execution while measuring: a longer one is cut off. Milliseconds. */
  readonly statementTimeoutMs: number
  /** Time for the whole run, milliseconds. */
  readonly timeLimitMs: number
  /** aa: the migration is in neither arm. */
  readonly arms: EvidenceHeader['run']['arms']
  readonly armKind: EvidenceHeader['run']['armKind']
  /** Whether indexes are left out one by one: auto where there are several, and as far as the budget goes. */
  readonly leaveOneOut: IndexFacts['leaveOneOut']
  /** How plans are made for all queries; null: as the scenario says. */
  readonly planMode: PlanChoice | null
  /** Results go to a new folder in this one. */
  readonly outFolder: string
  /** The run to go on with, in its own folder; null for a new one. */
  readonly interrupted: Interrupted | null
  readonly server: ServerOptions
  /** Seeded databases of earlier runs; null to neither use nor keep any. */
  readonly keptSeeds: KeptSeedsOptions | null
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

/**
 * Throws HarnessError for what the user can mend, and whatever `signal` was aborted with. With a finished round the folder
 * stays, its report concluding from the rounds there are; before that nothing is left.
 */
export const run = (options: RunOptions, ports: RunPorts): Promise<RunOutcome> =>
  withTimeLimit(options.timeLimitMs, ports.signal, (signal) => runWithin(options, { ...ports, signal }))

async function runWithin(options: RunOptions, ports: RunPorts): Promise<RunOutcome> {
  const { signal, now } = ports
  const { progress, doing } = followPhases(ports.progress)
  const startedAt = ports.date().toISOString()
  const id = newRunId(startedAt, `${options.scenario.name}-${options.server.kind}`)
  const { scale, seed, without } = options
  const seedPlan = await loadSeedPlan(options.scenario.dataset, scale, seed, without)
  const needs = serverNeeds(seedPlan, options.armKind)
  const whole = { ...options.scenario, queries: withPlanChoice(options.scenario.queries, options.planMode) }
  const scenario = await leaveOut(whole, without, seedPlan.leftOutTables)
  return inFolder(options, id, async (folder) => {
    progress.phase(`Starting the ${options.server.kind} server`)
    const note = (text: string): void => progress.note(text)
    if (without.length > 0) note(renderLeftOut(scenario, (name) => name))
    try {
      const seeds = await openShelf(options.keptSeeds, seedPlan, options.toolVersion, note)
      return await withServer(options.server, { runId: id, needs, seeds, signal, now, note }, (server) =>
        runOn(server, seedPlan, { id, startedAt }, folder, { ...options, scenario }, { ...ports, progress }),
      )
    } catch (error) {
      const told = explainFailure(errorOrAbort(error, signal), options.server.kind, doing())
      throw signal.aborted && !folder.isKept() ? withNothingKept(told) : told
    }
  })
}

const inFolder = <T>(
  { interrupted, outFolder }: RunOptions,
  id: string,
  work: (folder: RunFolder) => Promise<T>,
): Promise<T> =>
  interrupted === null
    ? withRunFolder(outFolder, id, work)
    : withKeptFolder(interrupted.folder, async (folder) => {
        await requireUntouched(interrupted)
        return work(folder)
      })

async function runOn(
  server: Server,
  seedPlan: SeedPlan,
  identity: { readonly id: string; readonly startedAt: string },
  folder: RunFolder,
  options: RunOptions,
  ports: RunPorts,
): Promise<RunOutcome> {
  const { scenario, source, arms: which, armKind, planMode, seed, budgetMs, statementTimeoutMs } = options
  const { priceBudgetMs, command, toolVersion, leaveOneOut } = options
  const { progress } = ports
  const { tenancy } = seedPlan.dataset

  await requireExtensions(seedPlan.dataset, scenario, server.facts)
  const database = await seedDatabase(server, seedPlan, scenario, ports)
  const preparation = await prepareDatabase(server, scenario, database, ports)
  const inspected: Inspected[] = []
  const beforeMigration = async (session: Session): Promise<void> => {
    inspected.push(await inspectRun(session, 'before', folder, toolVersion))
  }
  return withArms(
    server,
    database,
    options,
    { ...ports, beforeMigration },
    async ({ arms, migration, turnInto }) => {
      const cohorts = await drawCohorts(arms.after.session, tenancy)
      progress.phase('Checking results and plans')
      await limitStatements(arms, STATEMENT_LIMITS_MS.checking)
      const queries = await resolveQueries(arms.after.session, scenario, database, tenancy.setting)
      const writes = await resolveWrites(
        arms.after.session,
        { scenario, database, migration, tenancy },
        options,
      )
      const checked = await checkQueries(arms, scenario.queries, queries, progress)
      const securedTables = await listSecuredTables(arms.after.session)
      const states = { arms, migration, securedTables, subsets: [] }
      // Without a migration there is nothing to look closer at: such a run judges the harness.
      const closer = which === 'aa' ? [] : modeComparisons(scenario.queries, states.securedTables.length)
      const pairs = await checkPairs(closer, scenario.queries, queries, states, progress)
      const plans = [...checked.plans, ...pairs.plans]
      await server.checkpoint()
      const indexParts = { arm: arms.after, migration, queries, plans: checked.plans, leaveOneOut }
      const indexes = await readIndexFacts(indexParts, progress)

      const limits = { budgetMs, priceBudgetMs, statementTimeoutMs }
      const run = { ...identity, arms: which, armKind, planMode, seed, ...limits, command }
      const dataset = { ...database.dataset, cohorts }
      const facts = { scenario, source, server, dataset, preparation, migration, queries, indexes }
      const parts = {
        run,
        toolVersion,
        placeholders: database.placeholders,
        ...facts,
        ...checked,
        closer,
        pairChecks: pairs.pairChecks,
      }
      const { header, log } = await openLog(makeHeader(parts), plans, folder, options.interrupted, ports)
      for (const line of inspected) log.record(line)
      progress.phase('Measuring')
      await limitStatements(arms, header.run.statementTimeoutMs)
      const kind = server.facts.kind
      await keepPartial(folder, log, { ...ports, kind }, () =>
        observe(header, queries, states, log, {
          ...ports,
          kept: folder.keep,
          pressure: readPressure,
          afterVerdicts: async () => {
            // Before the checks, which may scan what it counts the scans of.
            log.record(await inspectRun(arms.after.session, 'after', folder, toolVersion))
            await runChecks(header, arms, log.record, progress)
            await measurePrice(header, { server, turnInto, writes, queries }, log, ports)
          },
        }),
      )

      progress.phase('Writing the report')
      const result = summariseRun(log.evidence())
      await folder.keep()
      await writeReport(result, folder.write)
      return { result, folder: folder.path }
    },
  )
}

async function limitStatements(arms: Arms, limitMs: number): Promise<void> {
  for (const { session } of [arms.before, arms.after]) await session.limitStatements(limitMs)
}
