// The server is stopped at a random moment, fast or as if it had crashed, and comes back.
import { clusterOf, exitText, ORDINARY_PLAN, unexpectedExit, type FaultKind } from '../fault-kind.js'
import { drawMoment, waitForMomentFrom } from '../moment.js'

/** Broken off, or never connected. */
const EXIT_CODES = [4, 3]
/** The first phase after the start. */
const STARTED = 1

/**
 * Not while the run starts: then it looks for what dead runs left, and until the foreign run has its lease again after the
 * restart, that one is dead.
 */
export const restart: FaultKind = (random) => {
  const moment = drawMoment(random)
  const signal = random.coin() ? 'SIGINT' : 'SIGQUIT'
  return {
    ...ORDINARY_PLAN,
    inject: async (stage) => {
      const { start, baseline } = stage
      const command = start()
      const when = await waitForMomentFrom(STARTED, moment, baseline, command)
      const struckAt = performance.now()
      await clusterOf(stage).restart(signal)
      const ended = await command.ended
      return {
        told: `the server restarted by ${signal} ${when} → ${exitText(ended)}`,
        endedMs: Math.round(performance.now() - struckAt),
        wrong: unexpectedExit(ended, [...EXIT_CODES, baseline.exitCode]),
        runs: [ended],
      }
    },
  }
}
