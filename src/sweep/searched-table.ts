// The table that is searched, and what it is searched for.
import type { Neighbours } from '../model/vectors/neighbours.js'
import type { Session, Value } from '../postgres/session.js'

export interface SearchedTable {
  /** Its owner's: it drops and builds indexes, and takes on the application's role to search. */
  readonly session: Session
  readonly table: string
  /** The application's role, by its name in this cluster. */
  readonly role: string
  readonly dimensions: number
}

/** A condition that rows have to meet, in SQL. Its values are $2, $3 …; $1 is the vector searched for. */
export interface Filter {
  readonly condition: string
  readonly values: readonly Value[]
}

export interface QuerySet {
  readonly set: 'tuning' | 'reporting'
  readonly vectors: readonly Float32Array[]
  /** In the same order, under the same filter and role. */
  readonly truth: readonly Neighbours[]
}
