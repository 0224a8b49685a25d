// The way to the server breaks at a random byte: reset, ended, silent for good; or every message comes in slices.
import { setTimeout as delay } from 'node:timers/promises'
import type { RandomStream } from '../../../src/model/random.js'
import type { Traffic, WireFault } from '../../wire-proxy/wire-fault.js'
import type { Baseline } from '../baseline.js'
import type { Command } from '../command.js'
import { clusterOf, exitText, ORDINARY_PLAN, unexpectedExit, type FaultKind } from '../fault-kind.js'
import { countAt, drawMoment } from '../moment.js'

/** Broken off, or never connected. */
const EXIT_CODES = [4, 3]
const INTERRUPTED = 130

/** Somebody looks at the silence for a while, and presses Ctrl-C. */
const PATIENCE_MS = 1500
const DEADLINE_MS = 10_000
const LOOK_EVERY_MS = 10

const WAYS = ['reset', 'cut', 'reset', 'cut', 'black-hole', 'slices'] as const

export const cut: FaultKind = (random) => {
  const draw = drawFault(random)
  return {
    ...ORDINARY_PLAN,
    inject: async (stage) => {
      const { start, baseline } = stage
      const fault = draw(baseline)
      return clusterOf(stage).throughProxy(fault, async ({ environment, traffic }) => {
        const command = start({ environment })
        const interruptedAt = fault.kind === 'black-hole' ? await interrupt(command, traffic) : null
        const ended = await command.ended
        const endedMs = interruptedAt === null ? 0 : Math.round(performance.now() - interruptedAt)
        const expected = [
          baseline.exitCode,
          ...(interruptedAt === null ? [] : [INTERRUPTED]),
          ...(traffic.struck && fault.kind !== 'slices' ? EXIT_CODES : []),
        ]
        const late = endedMs > DEADLINE_MS ? [`ended only ${endedMs} ms after the signal`] : []
        return {
          told: `${faultText(fault)} → ${exitText(ended)}`,
          endedMs,
          wrong: [...unexpectedExit(ended, expected), ...late],
          runs: [ended],
        }
      })
    },
  }
}

/** Where in the traffic is known when there is a baseline. */
function drawFault(random: RandomStream): (baseline: Baseline) => WireFault {
  const kind = WAYS[random.below(WAYS.length)] ?? 'reset'
  const direction = random.coin() ? 'to-server' : 'to-client'
  const place = drawMoment(random)
  const seed = random.below(2 ** 31)
  const maxBytes = 8 + random.below(400)
  if (kind === 'slices') return () => ({ kind, seed, maxBytes })
  return ({ traffic }) => ({
    kind,
    direction,
    atByte: countAt(
      place,
      traffic.map(({ bytes }) => bytes[direction]),
    ),
  })
}

/** When that was; null where the run had ended before. */
async function interrupt(command: Command, traffic: Readonly<Traffic>): Promise<number | null> {
  const ended = command.ended.then(() => true)
  while (!traffic.struck) if (await Promise.race([ended, delay(LOOK_EVERY_MS, false)])) return null
  await Promise.race([command.ended, delay(PATIENCE_MS)])
  return command.send('SIGINT') ? performance.now() : null
}

function faultText(fault: WireFault): string {
  if (fault.kind === 'slices') return `slices of up to ${fault.maxBytes} bytes`
  return 'atByte' in fault ? `${fault.kind} after ${fault.atByte} bytes ${fault.direction}` : fault.kind
}
