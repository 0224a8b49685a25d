// Runs a small sweep in this process, on the embedded server.
import { join } from 'node:path'
import { sweep } from '../../src/experiment/sweep/sweep.js'
import type { SweepOptions, SweepOutcome, SweepPorts } from '../../src/experiment/sweep/sweep-options.js'
import { TEST_CACHE } from './run-scenario.js'
import { temporaryFolder } from './temporary-folder.js'

export async function runSweep(
  changes: Partial<SweepOptions> = {},
  ports: Partial<SweepPorts> = {},
): Promise<SweepOutcome> {
  const outFolder = changes.outFolder ?? (await temporaryFolder())
  const options: SweepOptions = {
    source: { kind: 'synthetic', rows: 2000, dimensions: 32 },
    vectors: { seed: 7, tuningQueries: 30, reportingQueries: 30 },
    metric: 'cosine',
    k: 10,
    targets: [0.9],
    grid: null,
    budgetMs: 60_000,
    diskBytes: 2 ** 30,
    build: { memoryBytes: 64 * 2 ** 20, parallelWorkers: 0 },
    searchLimitMs: 30_000,
    timeLimitMs: 600_000,
    withFilters: false,
    withLife: false,
    outFolder,
    truthFolder: join(outFolder, 'neighbours'),
    server: { kind: 'embedded', cacheFolder: TEST_CACHE },
    command: 'indexproof sweep vectors',
    toolVersion: '0.0.0',
    ...changes,
  }
  return sweep(options, {
    progress: { phase: () => {}, advance: () => {}, standings: () => {}, note: () => {} },
    signal: new AbortController().signal,
    now: () => Number(process.hrtime.bigint()),
    date: () => new Date(),
    ...ports,
  })
}
