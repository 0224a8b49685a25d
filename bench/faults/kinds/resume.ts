// A run is interrupted or killed once a round of it is on disk, and gone on with.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Command } from '../command.js'
import { exitText, ORDINARY_PLAN, unexpectedExit, type FaultKind } from '../fault-kind.js'
import { hasFinished, samplesProblems } from '../samples.js'

/** Long enough for a few rounds on any server, before and after. */
const BUDGET_MS = 3000
const LOOK_EVERY_MS = 10
/** What was asked to be gone on with is finished. */
const FINISHED = 2

export const resume: FaultKind = (random) => {
  const signal = random.coin() ? 'SIGINT' : 'SIGKILL'
  const afterMs = random.below(BUDGET_MS)
  return {
    ...ORDINARY_PLAN,
    kills: signal === 'SIGKILL',
    inject: async ({ start, resume, folder, server, baseline }) => {
      const known = await readdir(folder.results)
      const command = start({ words: [`--budget=${BUDGET_MS}ms`] })
      const run = await keptRun(folder.results, known, command)
      await Promise.race([command.ended, delay(afterMs)])
      command.send(signal)
      const first = await command.ended
      if (run === null)
        return { told: exitText(first), endedMs: 0, wrong: ['no round was kept'], runs: [first] }
      await server.quiet()
      const expected = (await hasFinished(run)) ? FINISHED : baseline.exitCode
      const second = await resume(run).ended
      return {
        told: `${signal} ${afterMs} ms after the first round → ${exitText(first)}, gone on with → ${exitText(second)}`,
        endedMs: 0,
        wrong: [...unexpectedExit(second, [expected]), ...(await samplesProblems(run))],
        runs: [first, second],
      }
    },
  }
}

/** The folder of the run, once it is there; null where the run ends without one. */
async function keptRun(folder: string, known: readonly string[], command: Command): Promise<string | null> {
  let isRunning = true
  void command.ended.then(() => (isRunning = false))
  for (;;) {
    const names = await readdir(folder)
    const run = names.find((name) => !known.includes(name) && !name.startsWith('.'))
    if (run !== undefined) return join(folder, run)
    if (!isRunning) return null
    await Promise.race([command.ended, delay(LOOK_EVERY_MS)])
  }
}
