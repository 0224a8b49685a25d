// indexproof run: one or more scenarios, one after the other.
import envPaths from 'env-paths'
import { loadNamedScenario } from '../../experiment/named-scenarios.js'
import { run, type RunOutcome } from '../../experiment/run.js'
import { EXIT, usageError, type ExitCode } from '../../model/errors.js'
import type { Scenario } from '../../model/scenario.js'
import { renderJson } from '../../report/json.js'
import { exitCodeOf } from '../exit-code.js'
import { withInterruption } from '../interruption.js'
import { renderOutcome } from '../outcome.js'
import { chooseProgress } from '../progress/choose-progress.js'
import { parseRunArguments, type RunArguments, type RunSettings } from '../run-arguments.js'
import type { Terminal } from '../terminal.js'
import { toolVersion } from '../version.js'

/** Returns the exit code: of several scenarios, the first that is not 0. */
export async function runCommand(given: RunArguments, terminal: Terminal): Promise<ExitCode> {
  const settings = parseRunArguments(given)
  if (settings.json && settings.scenarios.length > 1) {
    throw usageError(`--json prints one result, but ${settings.scenarios.length} scenarios were named`, {
      hint: 'Run them one by one, or read result.json of each run',
    })
  }
  const scenarios = await Promise.all(settings.scenarios.map(loadNamedScenario))
  const codes: ExitCode[] = []
  for (const [i, scenario] of scenarios.entries()) {
    const { result, folder } = await runOne(
      scenario,
      settings.scenarios[i] ?? scenario.name,
      settings,
      terminal,
    )
    terminal.print(settings.json ? renderJson(result) : renderOutcome(result, folder, terminal))
    codes.push(exitCodeOf(result))
  }
  return codes.find((code) => code !== EXIT.ok) ?? EXIT.ok
}

async function runOne(
  scenario: Scenario,
  name: string,
  settings: RunSettings,
  terminal: Terminal,
): Promise<RunOutcome> {
  const progress = chooseProgress(settings.progress, terminal)
  const options = {
    scenario,
    scale: settings.scale,
    seed: settings.seed,
    budgetMs: settings.budget,
    arms: settings.arms,
    outFolder: settings.out,
    server: {
      kind: settings.server,
      cacheFolder: envPaths('indexproof', { suffix: '' }).cache,
      binFolder: settings.bin,
      path: terminal.path,
    },
    command: commandLine(name, settings),
    toolVersion: await toolVersion(),
  }
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

const monotonicNs = (): number => Number(process.hrtime.bigint())

function commandLine(name: string, { server, bin, scale, seed, budget, arms }: RunSettings): string {
  const options = [`--server ${server}`, `--scale ${scale}`, `--seed ${seed}`, `--budget ${budget}ms`]
  if (bin !== null) options.push(`--bin ${bin}`)
  if (arms !== 'migration') options.push(`--arms ${arms}`)
  return `indexproof run ${name} ${options.join(' ')}`
}
