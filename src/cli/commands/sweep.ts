// indexproof sweep vectors: which index for vectors, with which settings.
import { availableParallelism } from 'node:os'
import { sweep } from '../../experiment/sweep/sweep.js'
import type { SweepOptions, SweepOutcome } from '../../experiment/sweep/sweep-options.js'
import { harmGate } from '../../experiment/sweep/harm-gate.js'
import { EXIT, type ExitCode } from '../../model/errors.js'
import type { ServerKind } from '../../model/server-kinds.js'
import { jsonText } from '../../report/json.js'
import { monotonicNs } from '../clocks.js'
import { withInterruption } from '../interruption.js'
import { chooseProgress } from '../progress/choose-progress.js'
import { resolveAddress, resolveServer, truthFolder } from '../server-settings.js'
import { parseSweepArguments, type SweepArguments, type SweepSettings } from '../sweep-arguments.js'
import { sweepCommandLine } from '../sweep-command-line.js'
import { renderSweepOutcome } from '../sweep-outcome.js'
import type { Terminal } from '../terminal.js'
import { toolVersion } from '../version.js'

/** Returns the exit code: with --fail-on-harm 1 where a plan does harm, or none was looked at. */
export async function sweepCommand(given: SweepArguments, terminal: Terminal): Promise<ExitCode> {
  const settings = parseSweepArguments(given)
  const outcome = await measured(await optionsOf(settings, terminal), settings, terminal)
  terminal.print(settings.json ? jsonText(outcome.result) : renderSweepOutcome(outcome))
  if (!settings.failOnHarm) return EXIT.ok
  const failure = harmGate(outcome.result)
  if (failure === null) return EXIT.ok
  terminal.talk(`--fail-on-harm: ${failure}\n`)
  return EXIT.gateFailed
}

async function measured(
  options: SweepOptions,
  settings: SweepSettings,
  terminal: Terminal,
): Promise<SweepOutcome> {
  const progress = chooseProgress(settings.progress, terminal)
  try {
    const outcome = await withInterruption(terminal, (signal) =>
      sweep(options, { progress, signal, now: monotonicNs, date: () => new Date() }),
    )
    progress.done()
    return outcome
  } catch (error) {
    progress.clear()
    throw error
  }
}

async function optionsOf(settings: SweepSettings, terminal: Terminal): Promise<SweepOptions> {
  const { metric, k, targets, grid, server, seed, queries, budget, diskBudget, buildMemory } = settings
  return {
    source: sourceOf(settings, terminal),
    vectors: { seed, tuningQueries: queries, reportingQueries: queries },
    metric,
    k,
    targets,
    grid,
    budgetMs: budget,
    diskBytes: diskBudget ?? DISK_BYTES[server],
    build: {
      memoryBytes: buildMemory ?? BUILD_MEMORY_BYTES[server],
      parallelWorkers: server === 'embedded' ? 0 : Math.min(MOST_WORKERS, availableParallelism() - 1),
    },
    searchLimitMs: settings.statementTimeout,
    timeLimitMs: settings.timeLimit,
    withFilters: settings.filters,
    withLife: settings.life,
    outFolder: settings.out,
    truthFolder: truthFolder(),
    server: resolveServer(server, settings, terminal),
    command: sweepCommandLine(settings),
    toolVersion: await toolVersion(),
  }
}

/** The embedded server lives in the memory of this process; a container shares a gigabyte with parallel workers. */
const BUILD_MEMORY_BYTES: Readonly<Record<ServerKind, number>> = {
  embedded: 128 * 2 ** 20,
  local: 512 * 2 ** 20,
  docker: 512 * 2 ** 20,
  url: 512 * 2 ** 20,
}
/** The embedded server's disk is memory too, of which WebAssembly can address four gigabytes. */
const DISK_BYTES: Readonly<Record<ServerKind, number>> = {
  embedded: 512 * 2 ** 20,
  local: 4 * 2 ** 30,
  docker: 4 * 2 ** 30,
  url: 4 * 2 ** 30,
}
const MOST_WORKERS = 7

/** What reads there waits for nobody long. */
const LOCK_TIMEOUT_MS = 2000

function sourceOf(settings: SweepSettings, terminal: Terminal): SweepOptions['source'] {
  const { source } = settings
  if (source.kind !== 'query') return source
  const { allowHost, allowProduction = null, allowBusy, statementTimeout } = settings
  return {
    ...source,
    address: resolveAddress(settings, terminal),
    allowed: { hosts: allowHost, production: allowProduction, busy: allowBusy },
    limits: { statementMs: statementTimeout, lockMs: LOCK_TIMEOUT_MS },
  }
}
