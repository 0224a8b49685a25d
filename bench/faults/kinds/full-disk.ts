// The folder of results is on a disk that is full at once, later, or not quite.
import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { promisify } from 'node:util'
import { exitText, ORDINARY_PLAN, unexpectedExit, type FaultKind } from '../fault-kind.js'

const run = promisify(execFile)

/** Refused at the start, or broken off. */
const EXIT_CODES = [2, 4]

/** There is room for the neighbours, and then for none, some or all of a run. */
const SMALLEST_KB = 12
const SPREAD_KB = 120

/** Needs the right to mount a tmpfs: root's. */
export const fullDisk: FaultKind = (random) => {
  const sizeKb = SMALLEST_KB + random.below(SPREAD_KB)
  return {
    ...ORDINARY_PLAN,
    prepare: async ({ results }) => {
      await mkdir(results, { recursive: true })
      await run('mount', ['-t', 'tmpfs', '-o', `size=${sizeKb}k`, 'tmpfs', results])
      return async () => {
        await run('umount', [results])
      }
    },
    inject: async ({ start, baseline }) => {
      const ended = await start().ended
      return {
        told: `a disk of ${sizeKb} KB → ${exitText(ended)}`,
        endedMs: 0,
        wrong: unexpectedExit(ended, [...EXIT_CODES, baseline.exitCode]),
        runs: [ended],
      }
    },
  }
}
