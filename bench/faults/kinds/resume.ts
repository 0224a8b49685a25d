// A run is interrupted or killed once a round of it is on disk, and gone on with.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Command } from '../command.js'
import { exitText, ORDINARY_PLAN, unexpectedExit, type FaultKind } from '../fault-kind.js'
import { hasFinished, roundsOf, samplesProblems } from '../samples.js'

/** Long enough for some rounds on any server, before and after. */
const BUDGET_MS = 6000
/** At the first look after so many a run may have seen enough. */
const MOST_ROUNDS = 11
const LATEST_MS = 100
const LOOK_EVERY_MS = 10
/** What was asked to be gone on with is finished. */
const FINISHED = 2

export const resume: FaultKind = (random) => {
  const signal = random.coin() ? 'SIGINT' : 'SIGKILL'
  const rounds = 1 + random.below(MOST_ROUNDS)
  const afterMs = random.below(LATEST_MS)
  return {
    ...ORDINARY_PLAN,
    kills: signal === 'SIGKILL',
    inject: async ({ start, resume, folder, server, baseline }) => {
      const known = await readdir(folder.results)
      const command = start({ words: [`--budget=${BUDGET_MS}ms`] })
      const run = await keptRun(folder.results, known, rounds, command)
      await Promise.race([command.ended, delay(afterMs)])
      command.send(signal)
      const first = await command.ended
      if (run === null)
        return { told: exitText(first), endedMs: 0, wrong: ['no round was kept'], runs: [first] }
      await server.quiet()
      const expected = (await hasFinished(run)) ? FINISHED : baseline.exitCode
      const second = await resume(run).ended
      return {
        told: `${signal} ${afterMs} ms after round ${rounds} → ${exitText(first)}, gone on with → ${exitText(second)}`,
        endedMs: 0,
        wrong: [...unexpectedExit(second, [expected]), ...(await samplesProblems(run))],
        runs: [first, second],
      }
    },
  }
}

/** The folder of the run, once it has so many rounds or the run has ended; null where it ends without one. */
async function keptRun(
  folder: string,
  known: readonly string[],
  rounds: number,
  command: Command,
): Promise<string | null> {
  let isRunning = true
  void command.ended.then(() => (isRunning = false))
  for (;;) {
    const names = await readdir(folder)
    const name = names.find((name) => !known.includes(name) && !name.startsWith('.'))
    const run = name === undefined ? null : join(folder, name)
    if (!isRunning || (run !== null && (await roundsOf(run)) >= rounds)) return run
    await Promise.race([command.ended, delay(LOOK_EVERY_MS)])
  }
}
