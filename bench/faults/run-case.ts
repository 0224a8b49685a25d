// One case from its neighbours' arrival to the removal of everything: what was left, changed or wrong after the fault.
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Traffic } from '../wire-proxy/wire-fault.js'
import type { Baseline } from './baseline.js'
import { caseSurroundings, nameCaseFolder, settleNeighbours, type CaseFolder } from './case-folder.js'
import { startCommand, type Command, type Ended } from './command.js'
import { unexpectedExit, type FaultPlan, type Injected, type RunExtras } from './fault-kind.js'
import type { ReadyServer } from './fault-server.js'
import { endProcessesIn } from './processes.js'
import { invalidResults, readResultFiles } from './result-files.js'
import {
  compareSnapshots,
  joinSurroundings,
  type Difference,
  type Snapshot,
  type Surroundings,
} from './surroundings.js'
import { writeTinyScenario } from './tiny-run.js'

/** Where and with what cases run. */
export interface Ground {
  /** Where the package is built. */
  readonly dist: string
  /** The suite's own folder: cases have theirs in it. */
  readonly folder: string
  /** Of the suite: what runs need of it. */
  readonly environment: Readonly<Record<string, string>>
  readonly startsAtOnce: number
}

export interface Outcome extends Difference {
  readonly told: string
  readonly endedMs: number
  /** Until nothing was left, from the end of the run. */
  readonly cleanMs: number
  readonly wrong: readonly string[]
  readonly runs: readonly Ended[]
  readonly traffic: readonly Traffic[]
  readonly isLast: boolean
}

const LOOK_EVERY_MS = 20

export async function runCase(
  plan: FaultPlan,
  server: ReadyServer,
  baseline: Baseline,
  ground: Ground,
): Promise<Outcome> {
  const folder = nameCaseFolder(join(ground.folder, 'case'), plan.folders)
  await mkdir(folder.path)
  const undo = await plan.prepare(folder)
  const start = starter(server, folder, ground)
  try {
    await settleNeighbours(folder)
    await writeTinyScenario(folder)
    const surroundings = joinSurroundings([caseSurroundings(folder, plan.kills), server.surroundings])
    const before = await surroundings.snapshot()
    const injected = await plan.inject({
      folder,
      baseline,
      server,
      startsAtOnce: ground.startsAtOnce,
      start: (extras = {}) => start(server.commandLine(ground.dist, folder), extras),
      resume: (run) => start(server.resumeLine?.(ground.dist, run) ?? [], {}),
    })
    const wrong = [...injected.wrong]
    if (plan.kills || injected.runs.some(asksForClean)) wrong.push(...(await cleanUp(server, ground, start)))
    const { cleanMs, difference } = await settled(surroundings, before, server.graceMs)
    wrong.push(...(await wrongResults(folder, plan, server, injected)))
    return {
      ...difference,
      told: injected.told,
      endedMs: injected.endedMs,
      cleanMs,
      wrong,
      runs: injected.runs,
      traffic: injected.traffic ?? [],
      isLast: injected.isLast ?? false,
    }
  } finally {
    await endProcessesIn(folder.path)
    await undo()
    await rm(folder.path, { recursive: true, force: true })
  }
}

type Start = (words: readonly string[], extras: RunExtras) => Command

const starter =
  (server: ReadyServer, folder: CaseFolder, ground: Ground): Start =>
  (words, extras) =>
    startCommand([...words, ...(extras.words ?? [])], {
      folder: folder.path,
      environment: {
        ...ground.environment,
        HOME: folder.path,
        TMPDIR: folder.temporary,
        XDG_CACHE_HOME: join(ground.folder, 'cache'),
        NO_COLOR: '1',
        ...server.environment,
        ...extras.environment,
      },
    })

/** A run that could not clean up says so, and what to do then. */
const asksForClean = ({ lines }: Ended): boolean =>
  lines.some(({ text }) => text.includes('indexproof clean'))

async function cleanUp(server: ReadyServer, { dist }: Ground, start: Start): Promise<readonly string[]> {
  if (server.cleanLine === null) return []
  await server.quiet()
  const ended = await start(server.cleanLine(dist), {}).ended
  return unexpectedExit(ended, [0]).map((problem) => `cleaning up: ${problem}`)
}

async function settled(
  surroundings: Surroundings,
  before: Snapshot,
  graceMs: number,
): Promise<{ cleanMs: number; difference: Difference }> {
  const startedAt = performance.now()
  for (;;) {
    const difference = compareSnapshots(before, await surroundings.snapshot())
    const cleanMs = Math.round(performance.now() - startedAt)
    if (difference.left.length === 0 || cleanMs > graceMs) return { cleanMs, difference }
    await delay(LOOK_EVERY_MS)
  }
}

/** Every file parses, and who says that all went well has a result to show, beside the one of the neighbour. */
async function wrongResults(
  folder: CaseFolder,
  { takesResults }: FaultPlan,
  { measures }: ReadyServer,
  { runs }: Injected,
): Promise<readonly string[]> {
  const { results, torn } = await readResultFiles(folder.results)
  const invalid = measures ? await invalidResults(folder.results) : []
  const promised = takesResults ? 0 : runs.filter(({ exitCode }) => exitCode === 0).length
  const missing = promised - (results - 1)
  return [
    ...torn,
    ...invalid,
    ...(missing > 0 ? [`${missing} of ${promised} finished runs without a result`] : []),
  ]
}
