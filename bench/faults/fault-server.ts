// What the suite has to know of a server to inject faults into runs on it.
import type { CaseFolder } from './case-folder.js'
import type { Surroundings } from './surroundings.js'

export interface FaultServer {
  readonly name: string
  /** What Node is given to start a run in the folder: a program of the package's build, and its words. */
  commandLine(dist: string, folder: CaseFolder): readonly string[]
  /** Added to the environment of its runs. */
  readonly environment: Readonly<Record<string, string>>
  /** Exit codes that an undisturbed run may have. */
  readonly finishes: readonly number[]
  /** What of ours can be outside of a case's own folders, and which neighbours a run has there. */
  readonly surroundings: Surroundings
  /** Removes what a killed run left, as a user would with a command; null where nothing may be left to be removed. */
  readonly cleanUp: ((dist: string, folder: CaseFolder) => readonly string[]) | null
}
