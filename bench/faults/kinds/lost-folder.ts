// What a run has written is taken away under it, or a file takes its place.
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Command } from '../command.js'
import { exitText, ORDINARY_PLAN, unexpectedExit, type FaultKind } from '../fault-kind.js'
import { drawMoment, waitForMoment } from '../moment.js'

/** Refused at the start, or broken off. */
const EXIT_CODES = [2, 4]
const LOOK_EVERY_MS = 5

export const lostFolder: FaultKind = (random) => {
  const moment = drawMoment(random)
  const leavesFile = random.coin()
  return {
    ...ORDINARY_PLAN,
    takesResults: true,
    inject: async ({ start, baseline, folder }) => {
      const neighbours = await readdir(folder.results)
      const command = start()
      const when = await waitForMoment(moment, baseline, command)
      const written = await writtenIn(folder.results, neighbours, command)
      const takenAt = performance.now()
      for (const path of written) await takeAway(path, leavesFile)
      const ended = await command.ended
      const endedMs = Math.round(performance.now() - takenAt)
      // The file is the fault's own, whatever the run made of it.
      for (const path of written) await rm(path, { recursive: true, force: true })
      return {
        told: `${written.length} folder ${leavesFile ? 'replaced by a file' : 'removed'} ${when} → ${exitText(ended)}`,
        endedMs,
        wrong: unexpectedExit(ended, [...EXIT_CODES, baseline.exitCode]),
        runs: [ended],
      }
    },
  }
}

/** Waits until there is something new, or nothing can come any more. */
async function writtenIn(
  folder: string,
  known: readonly string[],
  command: Command,
): Promise<readonly string[]> {
  let isRunning = true
  void command.ended.then(() => (isRunning = false))
  for (;;) {
    const names = (await readdir(folder)).filter((name) => !known.includes(name))
    if (names.length > 0 || !isRunning) return names.map((name) => join(folder, name))
    await Promise.race([command.ended, delay(LOOK_EVERY_MS)])
  }
}

/** The run may write on while it is removed: until nothing is there. */
async function takeAway(path: string, leavesFile: boolean): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 1 })
  if (leavesFile) await writeFile(path, '').catch(() => {})
}
