// A kind of fault: draws what it will do, prepares for it, does it.
import type { RandomStream } from '../../src/model/random.js'
import type { Traffic } from '../wire-proxy/wire-fault.js'
import type { Baseline } from './baseline.js'
import { ORDINARY_NAMES, type CaseFolder, type FolderNames } from './case-folder.js'
import type { Command, Ended } from './command.js'
import type { FaultCase } from './fault-case.js'
import type { FaultCluster, ReadyServer } from './fault-server.js'

export type FaultKind = (random: RandomStream, faultCase: FaultCase) => FaultPlan

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
  readonly server: ReadyServer
  /** Starts a run in the case's folder. */
  start(extras?: RunExtras): Command
  /** Goes on with an interrupted one, named by its folder. */
  resume(run: string): Command
}

export interface RunExtras {
  /** After the others. */
  readonly words?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

export interface Injected {
  /** What was done and how that ended, in words. */
  readonly told: string
  /** From the fault until the run had ended. */
  readonly endedMs: number
  /** What should not have happened; empty where all is well. */
  readonly wrong: readonly string[]
  readonly runs: readonly Ended[]
  /** What had passed between a run and its server at the start of each phase, and at the end. */
  readonly traffic?: readonly Traffic[]
  /** A series that goes on until a run passes is over. */
  readonly isLast?: boolean
}

/** What most kinds have in common. */
export const ORDINARY_PLAN = {
  folders: ORDINARY_NAMES,
  kills: false,
  takesResults: false,
  prepare: () => Promise.resolve(() => Promise.resolve()),
} satisfies Partial<FaultPlan>

/** Throws where nobody can get between a run and its server. */
export function clusterOf({ server }: Stage): FaultCluster {
  if (server.cluster === null) throw new Error('this fault needs a server that is reached through a proxy')
  return server.cluster
}

export const exitText = ({ exitCode, signal, overdue }: Ended): string =>
  overdue ? 'did not end' : exitCode === null ? `ended by ${signal}` : `exit ${exitCode}`

/** Why this end is wrong, with what the run said last; empty where it is one of those expected. */
export function unexpectedExit(ended: Ended, expected: readonly number[]): readonly string[] {
  if (ended.exitCode !== null && expected.includes(ended.exitCode)) return []
  const said = ended.lines.slice(-4).map(({ text }) => text)
  return [`${exitText(ended)}, expected exit ${expected.join(' or ')}: ${said.join(' | ')}`]
}
