// Vectors to search in and queries to search for, from wherever they come.

import type { VectorMatrix } from './vector-matrix.js'

export interface VectorItem {
  readonly id: number
  readonly tenant: number
  /** Correlates with the cluster the vector lies in. */
  readonly category: number
  /** Null where the source has none: it is in no index. */
  readonly vector: Float32Array | null
}

export interface VectorSet {
  readonly name: string
  /** Where the vectors come from, in words for the report. */
  readonly description: string
  readonly dimensions: number
  readonly rowCount: number
  /** A fresh pass over the rows, the same every time. */
  rows(): Iterable<VectorItem>
  /** The same rows in the same order, for the exact neighbours. */
  readonly matrix: VectorMatrix
  /** Held out: never among the rows. Settings are chosen on the one set and reported on the other. */
  readonly queries: {
    readonly tuning: readonly Float32Array[]
    readonly reporting: readonly Float32Array[]
  }
}
