// When a fault strikes: anywhere in a run, or anywhere in one of its phases, so that short phases are struck as well.
import { setTimeout as delay } from 'node:timers/promises'
import type { RandomStream } from '../../src/model/random.js'
import type { Baseline } from './baseline.js'
import type { Command } from './command.js'

export interface Moment {
  /** Which phase, as a part of all of them in [0, 1); null for the whole run. */
  readonly phase: number | null
  /** Of the phase or the run, in [0, 1). */
  readonly fraction: number
}

export function drawMoment(random: RandomStream): Moment {
  const ofPhase = random.coin()
  const phase = random.next()
  return { phase: ofPhase ? phase : null, fraction: random.next() }
}

/** Waits for the moment, or for the end of the command; says in words when that was. */
export async function waitForMoment(
  { phase, fraction }: Moment,
  { durationMs, phases }: Baseline,
  command: Command,
): Promise<string> {
  const struck = phase === null ? undefined : phases[Math.floor(phase * phases.length)]
  const delayMs = Math.round(fraction * (struck?.durationMs ?? durationMs))
  if (struck !== undefined) await command.said(struck.title)
  await Promise.race([command.ended, delay(delayMs)])
  return `${delayMs} ms into ${struck === undefined ? 'the run' : `"${struck.title}"`}`
}
