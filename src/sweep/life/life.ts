// One index in the course of its life: where it stands, what has come and gone, what was found so far.
import type { LifeCheckpoint } from '../../model/vectors/life-checkpoint.js'
import type { Neighbours } from '../../model/vectors/neighbours.js'
import type { VectorItem } from '../../model/vectors/vector-set.js'
import type { BuildLimits } from '../indexes/build-index.js'
import type { GroupedRows } from '../grouped-rows.js'
import type { QuerySet, SearchedTable } from '../searched-table.js'
import type { TunedIndex } from '../tuned-index.js'
import { arrivalOf, type Arrival, type LifeRows } from './life-rows.js'

/** Those nearest to each query, so that a search meets them all; or a share of the rows, evenly. */
export type Deletes =
  { readonly kind: 'nearest'; readonly count: number } | { readonly kind: 'share'; readonly share: number }

export interface LifeOptions {
  readonly k: number
  /** Of one search. */
  readonly searchLimitMs: number
  /** Of a build, and of every other statement that an event is. */
  readonly limits: BuildLimits
  readonly rows: LifeRows
  readonly deletes: Deletes
  /** On the clock of the ports: no event is begun after it. */
  readonly deadlineNs: number
}

/** What is asked of a row to know whether it is in the table. */
export type LifeItem = Pick<VectorItem, 'id' | 'category'>

export interface LifePorts {
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
  readonly advance: (fraction: number, detail: string) => void
  /** The exact neighbours of these vectors among the rows that are in the table now, so many of each. */
  readonly nearest: (
    isThere: (item: LifeItem) => boolean,
    vectors: readonly Float32Array[],
    count: number,
  ) => Promise<readonly Neighbours[]>
}

export interface Life {
  readonly source: SearchedTable
  readonly table: SearchedTable
  readonly tuned: TunedIndex
  readonly rows: GroupedRows
  readonly held: Pick<QuerySet, 'set' | 'vectors'>
  readonly options: LifeOptions
  readonly ports: LifePorts
  readonly arrived: Set<Arrival>
  readonly deleted: Set<number>
  readonly checkpoints: LifeCheckpoint[]
}

export const isThere =
  ({ options, arrived, deleted }: Life) =>
  (item: LifeItem): boolean => {
    const arrival = arrivalOf(item, options.rows)
    return arrival !== null && arrived.has(arrival) && !deleted.has(item.id)
  }
