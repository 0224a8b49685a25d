// Runs a scenario in this process, on the embedded server, with a cache shared by all tests.
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run, type RunOptions, type RunOutcome } from '../../src/experiment/run.js'
import { loadNamedScenario } from '../../src/experiment/named-scenarios.js'
import type { Progress } from '../../src/model/progress.js'
import { temporaryFolder } from './temporary-folder.js'

export const TEST_CACHE = join(tmpdir(), 'indexproof-test-cache')

const quiet: Progress = { phase: () => {}, advance: () => {}, standings: () => {}, note: () => {} }

export async function runScenario(
  nameOrFolder: string,
  changes: Partial<Omit<RunOptions, 'scenario'>> = {},
  progress: Partial<Progress> = {},
): Promise<RunOutcome> {
  const options: RunOptions = {
    scenario: await loadNamedScenario(nameOrFolder),
    scale: '4000',
    seed: 7,
    without: [],
    budgetMs: 20_000,
    priceBudgetMs: 0,
    statementTimeoutMs: 30_000,
    timeLimitMs: 600_000,
    arms: 'migration',
    armKind: 'transactions',
    leaveOneOut: 'auto',
    planMode: null,
    interrupted: null,
    source: nameOrFolder,
    outFolder: changes.outFolder ?? (await temporaryFolder()),
    keptSeeds: null,
    server: { kind: 'embedded', cacheFolder: TEST_CACHE },
    command: 'indexproof run',
    toolVersion: '0.0.0',
    ...changes,
  }
  return run(options, {
    progress: { ...quiet, ...progress },
    signal: new AbortController().signal,
    now: () => Number(process.hrtime.bigint()),
    date: () => new Date(),
  })
}
