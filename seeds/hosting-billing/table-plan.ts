// How a table of this dataset is written down: how many rows, what they refer to, what else they hold.
import type { Value } from './values.js'

/** Tables by name. */
export type Family = Readonly<Record<string, TablePlan>>

export interface TablePlan {
  /** A number, or what follows from the rows of audit_logs. */
  readonly rows: number | ((auditRows: number) => number)
  /**
   * Column → table it refers to. A row belongs to the first, its owner, which every row has even where the column is
   * NULL; to whom the others point follows from that (see references.ts).
   */
  readonly references?: Readonly<Record<string, string | Reference>>
  /** Every table has an id of its own besides. */
  readonly columns: Readonly<Record<string, Value>>
}

export interface Reference {
  readonly to: string
  /** grouped: rows of the same parent stand together, each parent has as many. in turn: 1, 2, 3 … and again. */
  readonly draw?: 'grouped' | 'in turn'
  readonly nullShare?: number
}

export const targetOf = (reference: string | Reference): string =>
  typeof reference === 'string' ? reference : reference.to
