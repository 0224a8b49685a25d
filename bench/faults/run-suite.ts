// Cases one after the other: two at once would share the processors, and moments would not be where they were drawn.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../../src/model/package-root.js'
import { baselineOf, type Baseline } from './baseline.js'
import { caseRandom, type FaultCase } from './fault-case.js'
import { KINDS, SERVERS } from './fault-kinds.js'
import type { FaultServer } from './fault-server.js'
import { undisturbed } from './kinds/undisturbed.js'
import { runCase, type Ground, type Outcome } from './run-case.js'

export interface SuiteOptions {
  readonly cases: readonly FaultCase[]
  readonly startsAtOnce: number
  /** The PATH of the environment. */
  readonly path: string
  /** Told after every case. */
  readonly onOutcome: (faultCase: FaultCase, outcome: Outcome) => void
}

export interface CaseOutcome {
  readonly faultCase: FaultCase
  readonly outcome: Outcome
}

/** Throws where a run that nothing happens to does not end well: then no fault would say anything. */
export async function runSuite({
  cases,
  startsAtOnce,
  path,
  onOutcome,
}: SuiteOptions): Promise<readonly CaseOutcome[]> {
  const folder = await mkdtemp(join(tmpdir(), 'faults-'))
  try {
    await chmod(folder, 0o755)
    const ground = { dist: join(await packageRoot(), 'dist'), folder, path, startsAtOnce }
    const baselines = new Map<string, Baseline>()
    const outcomes: CaseOutcome[] = []
    for (const faultCase of cases) {
      const kind = named(KINDS, faultCase.kind, 'kind of fault')
      const server = named(SERVERS, faultCase.server, 'server')
      const baseline = baselines.get(server.name) ?? (await measureBaseline(server, ground))
      baselines.set(server.name, baseline)
      const outcome = await runCase(kind(caseRandom(faultCase)), server, baseline, ground)
      onOutcome(faultCase, outcome)
      outcomes.push({ faultCase, outcome })
    }
    return outcomes
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const NO_BASELINE: Baseline = { exitCode: 0, durationMs: 0, phases: [] }

/** The second of two runs: the first one may have caches to fill. */
async function measureBaseline(server: FaultServer, ground: Ground): Promise<Baseline> {
  await runCase(undisturbed, server, NO_BASELINE, ground)
  const { runs, left, changed, wrong, told } = await runCase(undisturbed, server, NO_BASELINE, ground)
  const [run] = runs
  const isFine = [...left, ...changed, ...wrong].length === 0
  if (run !== undefined && isFine && server.finishes.includes(run.exitCode ?? -1)) return baselineOf(run)
  const said = [told, ...left, ...changed, ...wrong, ...(run?.lines ?? []).map(({ text }) => text)]
  throw new Error(`an undisturbed run on the server ${server.name} does not end well:\n${said.join('\n')}`)
}

function named<T>(all: Readonly<Record<string, T>>, name: string, what: string): T {
  const found = all[name]
  if (found === undefined) throw new Error(`no ${what} "${name}": ${Object.keys(all).join(', ')}`)
  return found
}
