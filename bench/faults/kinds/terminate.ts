// An administrator ends our sessions, one or all, at a random moment.
import { clusterOf, exitText, ORDINARY_PLAN, unexpectedExit, type FaultKind } from '../fault-kind.js'
import { drawMoment, waitForMomentFrom } from '../moment.js'

/** Broken off, or never connected. */
const EXIT_CODES = [4, 3]

export const terminate: FaultKind = (random) => {
  const moment = drawMoment(random)
  const which = random.coin() ? 'one' : 'all'
  return {
    ...ORDINARY_PLAN,
    inject: async (stage) => {
      const { start, baseline } = stage
      const command = start()
      const when = await waitForMomentFrom(0, moment, baseline, command)
      const count = await clusterOf(stage).terminate(which)
      const struckAt = performance.now()
      const ended = await command.ended
      return {
        told: `${count} sessions ended ${when} → ${exitText(ended)}`,
        endedMs: Math.round(performance.now() - struckAt),
        wrong: unexpectedExit(ended, count === 0 ? [baseline.exitCode] : [...EXIT_CODES, baseline.exitCode]),
        runs: [ended],
      }
    },
  }
}
