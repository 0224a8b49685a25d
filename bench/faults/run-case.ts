// One case from its neighbours' arrival to the removal of everything: what was left, changed or wrong after the fault.
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Baseline } from './baseline.js'
import { caseSurroundings, nameCaseFolder, settleNeighbours, type CaseFolder } from './case-folder.js'
import { startCommand, type Command, type Ended } from './command.js'
import type { FaultPlan, Injected } from './fault-kind.js'
import type { FaultServer } from './fault-server.js'
import { endProcessesIn } from './processes.js'
import { readResultFiles } from './result-files.js'
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
  /** The PATH of the runs. */
  readonly path: string
  readonly startsAtOnce: number
}

export interface Outcome extends Difference {
  readonly told: string
  readonly endedMs: number
  /** Until nothing was left, from the end of the run. */
  readonly cleanMs: number
  readonly wrong: readonly string[]
  readonly runs: readonly Ended[]
}

/** A supervisor may still be stopping a server. */
const GRACE_MS = 5000
const LOOK_EVERY_MS = 20

export async function runCase(
  plan: FaultPlan,
  server: FaultServer,
  baseline: Baseline,
  ground: Ground,
): Promise<Outcome> {
  const folder = nameCaseFolder(join(ground.folder, 'case'), plan.folders)
  await mkdir(folder.path)
  const undo = await plan.prepare(folder)
  try {
    await settleNeighbours(folder)
    await writeTinyScenario(folder)
    const surroundings = joinSurroundings([caseSurroundings(folder, plan.kills), server.surroundings])
    const before = await surroundings.snapshot()
    const injected = await plan.inject({
      folder,
      baseline,
      startsAtOnce: ground.startsAtOnce,
      start: () => start(server.commandLine(ground.dist, folder), server, folder, ground),
    })
    const wrong = [...injected.wrong, ...(plan.kills ? await cleanUp(server, folder, ground) : [])]
    const { cleanMs, difference } = await settled(surroundings, before)
    wrong.push(...(await wrongResults(folder, plan, injected)))
    return {
      ...difference,
      told: injected.told,
      endedMs: injected.endedMs,
      cleanMs,
      wrong,
      runs: injected.runs,
    }
  } finally {
    await endProcessesIn(folder.path)
    await undo()
    await rm(folder.path, { recursive: true, force: true })
  }
}

function start(
  words: readonly string[],
  server: FaultServer,
  folder: CaseFolder,
  { folder: ground, path }: Ground,
): Command {
  const environment = {
    PATH: path,
    HOME: folder.path,
    TMPDIR: folder.temporary,
    XDG_CACHE_HOME: join(ground, 'cache'),
    NO_COLOR: '1',
    ...server.environment,
  }
  return startCommand(words, { folder: folder.path, environment })
}

async function cleanUp(server: FaultServer, folder: CaseFolder, ground: Ground): Promise<readonly string[]> {
  if (server.cleanUp === null) return []
  const { exitCode } = await start(server.cleanUp(ground.dist, folder), server, folder, ground).ended
  return exitCode === 0 ? [] : [`cleaning up: exit ${exitCode}`]
}

async function settled(
  surroundings: Surroundings,
  before: Snapshot,
): Promise<{ cleanMs: number; difference: Difference }> {
  const startedAt = performance.now()
  for (;;) {
    const difference = compareSnapshots(before, await surroundings.snapshot())
    const cleanMs = Math.round(performance.now() - startedAt)
    if (difference.left.length === 0 || cleanMs > GRACE_MS) return { cleanMs, difference }
    await delay(LOOK_EVERY_MS)
  }
}

/** Every file parses, and who says that all went well has a result to show, beside the one of the neighbour. */
async function wrongResults(
  folder: CaseFolder,
  { takesResults }: FaultPlan,
  { runs }: Injected,
): Promise<readonly string[]> {
  const { results, torn } = await readResultFiles(folder.results)
  const promised = takesResults ? 0 : runs.filter(({ exitCode }) => exitCode === 0).length
  const missing = promised - (results - 1)
  return [...torn, ...(missing > 0 ? [`${missing} of ${promised} finished runs without a result`] : [])]
}
