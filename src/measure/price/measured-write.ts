// A write with everything resolved that it takes to run it.
import type { CopyName, Operation } from '../../model/price.js'
import type { Session } from '../../postgres/session.js'
import type { MeasuredQuery } from '../measured-query.js'

export interface MeasuredWrite extends MeasuredQuery {
  readonly title: string
  readonly operation: Operation
  readonly schema: string
  readonly table: string
  readonly source: 'scenario' | 'derived'
  /** The role by the dataset's name for it, as a reader knows it. */
  readonly roleName: string
}

/** A copy of the database, for good without the migration or with it. */
export interface Copy {
  readonly name: CopyName
  readonly session: Session
  /** Who owns its tables: what maintenance runs as. */
  readonly owner: string
  /** Gives the session a fresh connection, where there are connections. */
  reconnect(): Promise<void>
}
