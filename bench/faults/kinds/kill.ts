// SIGKILL at a random moment: the run itself can do nothing more.
import { exitText, ORDINARY_PLAN, unexpectedExit, type FaultKind } from '../fault-kind.js'
import { drawMoment, waitForMoment } from '../moment.js'

export const kill: FaultKind = (random) => {
  const moment = drawMoment(random)
  return {
    ...ORDINARY_PLAN,
    kills: true,
    inject: async ({ start, baseline }) => {
      const command = start()
      const when = await waitForMoment(moment, baseline, command)
      command.send('SIGKILL')
      const ended = await command.ended
      return {
        told: `SIGKILL ${when} → ${exitText(ended)}`,
        endedMs: 0,
        wrong: ended.signal === 'SIGKILL' ? [] : unexpectedExit(ended, [baseline.exitCode]),
        runs: [ended],
      }
    },
  }
}
