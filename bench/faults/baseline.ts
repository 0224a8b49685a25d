// One undisturbed run, measured: random moments are drawn over it.
import type { Traffic } from '../wire-proxy/wire-fault.js'
import type { Ended } from './command.js'

export interface Phase {
  readonly title: string
  readonly durationMs: number
}

export interface Baseline {
  readonly exitCode: number
  readonly durationMs: number
  readonly phases: readonly Phase[]
  /** What had passed at the start of each phase, and at the end; empty where that cannot be counted. */
  readonly traffic: readonly Traffic[]
}

/** A phase is told by a line of its own; remarks on it are indented, and so is nothing else. */
const NO_TITLE = /^\s|^$|: done in |^(error|hint|note): /

export function baselineOf({ exitCode, durationMs, lines }: Ended, traffic: readonly Traffic[]): Baseline {
  const starts = lines.filter(({ text }) => !NO_TITLE.test(text))
  const phases = starts.map(({ text, atMs }, i) => ({
    title: text,
    durationMs: (starts[i + 1]?.atMs ?? durationMs) - atMs,
  }))
  return { exitCode: exitCode ?? -1, durationMs, phases, traffic }
}
