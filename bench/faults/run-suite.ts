// Cases one after the other on each server: two at once would share what they leave, and moments would not be where they
// were drawn. Servers can have theirs at the same time.
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../../src/model/package-root.js'
import { baselineOf, type Baseline } from './baseline.js'
import { caseRandom, type FaultCase } from './fault-case.js'
import { KINDS, SERVERS } from './fault-kinds.js'
import type { ReadyServer } from './fault-server.js'
import { undisturbed } from './kinds/undisturbed.js'
import { runCase, type Ground, type Outcome } from './run-case.js'

export interface SuiteOptions {
  readonly cases: readonly FaultCase[]
  readonly startsAtOnce: number
  /** How many servers have their cases at the same time. */
  readonly jobs: number
  /** Of the suite: what runs need of it, PATH at least. */
  readonly environment: Readonly<Record<string, string>>
  /** Once aborted, no further case is begun. */
  readonly signal: AbortSignal
  /** Told after every case. */
  readonly onOutcome: (faultCase: FaultCase, outcome: Outcome) => void
}

export interface CaseOutcome {
  readonly faultCase: FaultCase
  readonly outcome: Outcome
}

/** Throws where a run that nothing happens to does not end well: then no fault would say anything. */
export async function runSuite(options: SuiteOptions): Promise<readonly CaseOutcome[]> {
  const folder = await mkdtemp(join(tmpdir(), 'faults-'))
  try {
    await chmod(folder, 0o755)
    const dist = join(await packageRoot(), 'dist')
    // The most cases first, so that they are not the last ones alone.
    const queue = [...byServer(options.cases)].sort(([, a], [, b]) => b.length - a.length)
    const outcomes: CaseOutcome[] = []
    const job = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const [server, cases] = next
        const ground = { ...options, dist, folder: join(folder, server) }
        outcomes.push(...(await runOnServer(server, cases, ground, options)))
      }
    }
    await Promise.all(Array.from({ length: options.jobs }, job))
    return options.cases.flatMap((faultCase) => outcomes.filter((one) => one.faultCase === faultCase))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function byServer(cases: readonly FaultCase[]): ReadonlyMap<string, readonly FaultCase[]> {
  const groups = new Map<string, FaultCase[]>()
  for (const one of cases) groups.set(one.server, [...(groups.get(one.server) ?? []), one])
  return groups
}

async function runOnServer(
  name: string,
  cases: readonly FaultCase[],
  ground: Ground,
  { signal, onOutcome }: Pick<SuiteOptions, 'signal' | 'onOutcome'>,
): Promise<readonly CaseOutcome[]> {
  const kinds = cases.map(({ kind }) => named(KINDS, kind, 'kind of fault'))
  const place = { folder: ground.folder, path: ground.environment['PATH'] ?? '' }
  await mkdir(ground.folder)
  return named(SERVERS, name, 'server').withReady(place, async (server) => {
    const baseline = await measureBaseline(name, server, ground)
    const outcomes: CaseOutcome[] = []
    const over = new Set<string>()
    for (const [i, faultCase] of cases.entries()) {
      const plan = kinds[i]?.(caseRandom(faultCase), faultCase)
      if (signal.aborted) break
      if (plan === undefined || over.has(faultCase.kind)) continue
      const outcome = await runCase(plan, server, baseline, ground)
      if (outcome.isLast) over.add(faultCase.kind)
      onOutcome(faultCase, outcome)
      outcomes.push({ faultCase, outcome })
    }
    return outcomes
  })
}

const NO_BASELINE: Baseline = { exitCode: 0, durationMs: 0, phases: [], traffic: [] }

/** The second of two runs: the first one may have caches to fill, and tells the phases. */
async function measureBaseline(name: string, server: ReadyServer, ground: Ground): Promise<Baseline> {
  const first = await undisturbedRun(name, server, NO_BASELINE, ground)
  return undisturbedRun(name, server, first, ground)
}

async function undisturbedRun(
  name: string,
  server: ReadyServer,
  baseline: Baseline,
  ground: Ground,
): Promise<Baseline> {
  const { runs, left, changed, wrong, told, traffic } = await runCase(undisturbed, server, baseline, ground)
  const [run] = runs
  const isFine = [...left, ...changed, ...wrong].length === 0
  if (run !== undefined && isFine && run.exitCode === 0) return baselineOf(run, traffic)
  const said = [told, ...left, ...changed, ...wrong, ...(run?.lines ?? []).map(({ text }) => text)]
  throw new Error(`an undisturbed run on the server ${name} does not end well:\n${said.join('\n')}`)
}

function named<T>(all: Readonly<Record<string, T>>, name: string, what: string): T {
  const found = all[name]
  if (found === undefined) throw new Error(`no ${what} "${name}": ${Object.keys(all).join(', ')}`)
  return found
}
