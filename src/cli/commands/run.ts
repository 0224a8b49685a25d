// indexproof run: one or more scenarios, one after the other, or an interrupted run to its end.
import { findRun } from '../../experiment/folder/find-run.js'
import { loadInterrupted, type Interrupted } from '../../experiment/folder/interrupted.js'
import { loadNamedScenario } from '../../experiment/named-scenarios.js'
import { run, type RunOptions, type RunOutcome } from '../../experiment/run.js'
import { EXIT, usageError, type ExitCode } from '../../model/errors.js'
import type { Scenario } from '../../model/scenario.js'
import { renderJson } from '../../report/json.js'
import { monotonicNs } from '../clocks.js'
import { durationText } from '../duration-text.js'
import { exitCodeOf } from '../exit-code.js'
import { withInterruption } from '../interruption.js'
import { renderOutcome } from '../outcome.js'
import { chooseProgress } from '../progress/choose-progress.js'
import { keptSeedsFolder, resolveServer, serverWords } from '../server-settings.js'
import { parseRunArguments, type RunArguments, type RunSettings } from '../run-arguments.js'
import { usualBudgetMs, usualPriceBudgetMs } from '../usual-budget.js'
import type { Terminal } from '../terminal.js'
import { toolVersion } from '../version.js'

/** Returns the exit code: of several scenarios, the first that is not 0. */
export async function runCommand(given: RunArguments, terminal: Terminal): Promise<ExitCode> {
  const settings = parseRunArguments(given)
  if (settings.resume !== null) return resumeRun(settings.resume, settings, terminal)
  if (settings.json && settings.scenarios.length > 1) {
    throw usageError(`--json prints one result, but ${settings.scenarios.length} scenarios were named`, {
      hint: 'Run them one by one, or read result.json of each run',
    })
  }
  const scenarios = await Promise.all(settings.scenarios.map(loadNamedScenario))
  const codes: ExitCode[] = []
  for (const [i, scenario] of scenarios.entries()) {
    const source = settings.scenarios[i] ?? scenario.name
    codes.push(await runOne(await optionsOf(scenario, source, settings, terminal, null), settings, terminal))
  }
  return codes.find((code) => code !== EXIT.ok) ?? EXIT.ok
}

/** What the run is, its own header says; where the server is reached, the command line says again. */
async function resumeRun(name: string, settings: RunSettings, terminal: Terminal): Promise<ExitCode> {
  const interrupted = await loadInterrupted(await findRun(name, settings.out))
  const { run: former, scenario, dataset, server } = interrupted.evidence.header
  const same: RunSettings = {
    ...settings,
    server: server.kind,
    scale: dataset.scale,
    without: scenario.without,
    seed: former.seed,
    budget: former.budgetMs,
    priceBudget: former.priceBudgetMs,
    statementTimeout: former.statementTimeoutMs,
    arms: former.arms,
    planMode: former.planMode,
    clones: former.armKind === 'clones',
  }
  const loaded = await loadNamedScenario(scenario.source)
  return runOne(await optionsOf(loaded, scenario.source, same, terminal, interrupted), settings, terminal)
}

async function optionsOf(
  scenario: Scenario,
  source: string,
  settings: RunSettings,
  terminal: Terminal,
  interrupted: Interrupted | null,
): Promise<RunOptions> {
  const budgetMs = settings.budget ?? usualBudgetMs(scenario.queries.length)
  const priceBudgetMs = settings.priceBudget ?? usualPriceBudgetMs(budgetMs)
  return {
    scenario,
    source,
    scale: settings.scale,
    seed: settings.seed,
    without: settings.without,
    budgetMs,
    priceBudgetMs,
    statementTimeoutMs: settings.statementTimeout,
    timeLimitMs: settings.timeLimit,
    arms: settings.arms,
    leaveOneOut: settings.attribution,
    planMode: settings.planMode,
    armKind: settings.clones ? 'clones' : scenario.armKind,
    outFolder: settings.out,
    interrupted,
    keptSeeds: { folder: keptSeedsFolder(), fresh: settings.fresh },
    server: resolveServer(settings.server, settings, terminal),
    command: commandLine(source, { ...settings, budget: budgetMs, priceBudget: priceBudgetMs }),
    toolVersion: await toolVersion(),
  }
}

async function runOne(options: RunOptions, settings: RunSettings, terminal: Terminal): Promise<ExitCode> {
  const { result, folder } = await measured(options, settings, terminal)
  terminal.print(settings.json ? renderJson(result) : renderOutcome(result, folder, terminal))
  return exitCodeOf(result)
}

async function measured(options: RunOptions, settings: RunSettings, terminal: Terminal): Promise<RunOutcome> {
  const progress = chooseProgress(settings.progress, terminal)
  try {
    const outcome = await withInterruption(terminal, (signal) =>
      run(options, { progress, signal, now: monotonicNs, date: () => new Date() }),
    )
    progress.done()
    return outcome
  } catch (error) {
    progress.clear()
    throw error
  }
}

type Settled = RunSettings & { readonly budget: number; readonly priceBudget: number }

function commandLine(name: string, settings: Settled): string {
  const { server, scale, seed, budget, priceBudget, statementTimeout, without, arms, planMode, clones } =
    settings
  const { attribution } = settings
  const options = [
    ...serverWords(server, settings),
    `--scale ${scale}`,
    `--seed ${seed}`,
    `--budget ${durationText(budget)}`,
    priceBudget === 0 ? '--no-price' : `--price-budget ${durationText(priceBudget)}`,
    `--statement-timeout ${durationText(statementTimeout)}`,
  ]
  for (const extension of without) options.push(`--without ${extension}`)
  if (arms !== 'migration') options.push(`--arms ${arms}`)
  if (planMode !== null) options.push(`--plan-mode ${planMode}`)
  if (clones) options.push('--clones')
  if (attribution !== 'auto') options.push(`--attribution ${attribution}`)
  return `indexproof run ${name} ${options.join(' ')}`
}
