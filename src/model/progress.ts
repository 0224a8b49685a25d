// How a run tells what it is doing, without knowing who listens.
import type { QueryResult } from './result.js'

export interface Progress {
  /** A phase begins; the one before it is done. */
  phase(title: string): void
  /** How far the phase is, 0 to 1, and what it is at. */
  advance(fraction: number, detail: string): void
  /** The comparison as it stands after a look. */
  standings(queries: readonly QueryResult[]): void
  /** Something worth a line of its own, that is not an error. */
  note(message: string): void
}
