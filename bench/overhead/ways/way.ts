// A way to execute a statement and learn how long it took.
import type { Lookup } from '../lookup.js'

export interface Way {
  readonly name: string
  /** Microseconds of each execution, in their order. */
  execute(lookup: Lookup): Promise<readonly number[]>
}
