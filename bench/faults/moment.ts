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

/** The same in what is left of the run from one of its phases on. */
export async function waitForMomentFrom(
  first: number,
  moment: Moment,
  baseline: Baseline,
  command: Command,
): Promise<string> {
  const phases = baseline.phases.slice(first)
  const [phase] = phases
  if (phase !== undefined) await command.said(phase.title)
  const durationMs = phases.reduce((sum, { durationMs }) => sum + durationMs, 0)
  const when = await waitForMoment(moment, { ...baseline, durationMs, phases }, command)
  return when.replace(/the run$/, `the run from "${phase?.title}" on`)
}

/** The same moment as a count of something that passes, from 1: `marks` are its counts at the start of each phase, and at the end. */
export function countAt({ phase, fraction }: Moment, marks: readonly number[]): number {
  const phases = marks.length - 1
  const struck = phase === null ? null : Math.floor(phase * phases)
  const [from = 0, to = 0] = struck === null ? [0, marks.at(-1)] : [marks[struck], marks[struck + 1]]
  return from + 1 + Math.floor(fraction * (to - from))
}
