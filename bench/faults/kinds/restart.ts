// The server is stopped at a random moment, fast or as if it had crashed, and comes back.
import { clusterOf, exitText, ORDINARY_PLAN, unexpectedExit, type FaultKind } from '../fault-kind.js'
import { drawMoment, waitForMoment } from '../moment.js'

/** Broken off, or never connected. */
const EXIT_CODES = [4, 3]

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
      const phases = baseline.phases.slice(1)
      const [first] = phases
      if (first !== undefined) await command.said(first.title)
      const durationMs = phases.reduce((sum, phase) => sum + phase.durationMs, 0)
      const when = await waitForMoment(moment, { ...baseline, durationMs, phases }, command)
      const struckAt = performance.now()
      await clusterOf(stage).restart(signal)
      const ended = await command.ended
      return {
        told: `the server restarted by ${signal} ${when}, once seeding → ${exitText(ended)}`,
        endedMs: Math.round(performance.now() - struckAt),
        wrong: unexpectedExit(ended, [...EXIT_CODES, baseline.exitCode]),
        runs: [ended],
      }
    },
  }
}
