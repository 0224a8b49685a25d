// A kind of fault: draws what it will do, prepares for it, does it.
import type { RandomStream } from '../../src/model/random.js'
import type { Baseline } from './baseline.js'
import { ORDINARY_NAMES, type CaseFolder, type FolderNames } from './case-folder.js'
import type { Command, Ended } from './command.js'

export type FaultKind = (random: RandomStream) => FaultPlan

export interface FaultPlan {
  readonly folders: FolderNames
  /** Is the process killed? Then it cannot clean up after itself, and on some servers another has to. */
  readonly kills: boolean
  /** Does the fault take results away? Then a run that ends well need not have one. */
  readonly takesResults: boolean
  /** Before anything is in the case's folders; returns what undoes it. */
  prepare(folder: CaseFolder): Promise<() => Promise<void>>
  inject(stage: Stage): Promise<Injected>
}

/** Where a fault is injected. */
export interface Stage {
  readonly folder: CaseFolder
  /** How many runs a kind that starts several starts. */
  readonly startsAtOnce: number
  /** An undisturbed run on the same server. */
  readonly baseline: Baseline
  /** Starts a run in the case's folder. */
  start(): Command
}

export interface Injected {
  /** What was done and how that ended, in words. */
  readonly told: string
  /** From the fault until the run had ended. */
  readonly endedMs: number
  /** What should not have happened; empty where all is well. */
  readonly wrong: readonly string[]
  readonly runs: readonly Ended[]
}

/** What most kinds have in common. */
export const ORDINARY_PLAN = {
  folders: ORDINARY_NAMES,
  kills: false,
  takesResults: false,
  prepare: () => Promise.resolve(() => Promise.resolve()),
} satisfies Partial<FaultPlan>

export const exitText = ({ exitCode, signal, overdue }: Ended): string =>
  overdue ? 'did not end' : exitCode === null ? `ended by ${signal}` : `exit ${exitCode}`

/** Why this end is wrong, with what the run said last; empty where it is one of those expected. */
export function unexpectedExit(ended: Ended, expected: readonly number[]): readonly string[] {
  if (ended.exitCode !== null && expected.includes(ended.exitCode)) return []
  const said = ended.lines.slice(-4).map(({ text }) => text)
  return [`${exitText(ended)}, expected exit ${expected.join(' or ')}: ${said.join(' | ')}`]
}
