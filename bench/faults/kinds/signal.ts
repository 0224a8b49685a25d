// Ctrl-C or TERM at a random moment, sometimes twice.
import { setTimeout as delay } from 'node:timers/promises'
import type { Ended } from '../command.js'
import { exitText, ORDINARY_PLAN, unexpectedExit, type FaultKind } from '../fault-kind.js'
import { drawMoment, waitForMoment } from '../moment.js'

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const
type Name = keyof typeof EXIT_CODES

const DEADLINE_MS = 10_000
const SECOND_SHARE = 0.25
const LATEST_SECOND_MS = 1500

export const signal: FaultKind = (random) => {
  const moment = drawMoment(random)
  const draw = (): Name => (random.coin() ? 'SIGINT' : 'SIGTERM')
  const first = draw()
  const second = draw()
  const secondAfterMs = random.next() < SECOND_SHARE ? random.below(LATEST_SECOND_MS) : null
  return {
    ...ORDINARY_PLAN,
    inject: async ({ start, baseline }) => {
      const command = start()
      const when = await waitForMoment(moment, baseline, command)
      const sentAt = performance.now()
      command.send(first)
      const again =
        secondAfterMs === null
          ? 'ended'
          : await Promise.race([command.ended.then(() => 'ended'), delay(secondAfterMs, 'again')])
      if (again === 'again') command.send(second)
      const ended = await command.ended
      const endedMs = Math.round(performance.now() - sentAt)
      const sent = again === 'again' ? [first, second] : [first]
      return {
        told: `${sent.join(` and after ${secondAfterMs} ms `)} ${when} → ${exitText(ended)}`,
        endedMs,
        wrong: [...wrongExit(ended, sent, baseline.exitCode), ...late(endedMs)],
        runs: [ended],
      }
    },
  }
}

/** It may have been too early for the run to mind a signal: then that ends the process, with nothing begun. */
function wrongExit(ended: Ended, sent: readonly Name[], finished: number): readonly string[] {
  if (sent.some((name) => name === ended.signal)) return []
  return unexpectedExit(ended, [...sent.map((name) => EXIT_CODES[name]), finished])
}

const late = (endedMs: number): readonly string[] =>
  endedMs > DEADLINE_MS ? [`ended only ${endedMs} ms after the signal`] : []
