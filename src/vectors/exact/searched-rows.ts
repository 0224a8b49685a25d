// The rows that an exact search looks at: those that pass the filter and have a distance at all.
import { vectorAt, type VectorMatrix } from '../../model/vectors/vector-matrix.js'
import type { Metric } from '../../model/vectors/vector-index.js'
import { norm } from './distance.js'
import type { RowFilter } from './row-filter.js'

export interface SearchedRows {
  readonly rows: Int32Array
  /** By place in `rows`. */
  readonly norms: Float64Array
}

/** NULL has no distance to anything, and under cosine a zero vector has none. */
export function searchedRows(matrix: VectorMatrix, metric: Metric, allowed: RowFilter | null): SearchedRows {
  const rows = new Int32Array(matrix.rowCount)
  const norms = new Float64Array(matrix.rowCount)
  let count = 0
  for (let row = 0; row < matrix.rowCount; row++) {
    if (matrix.present[row] !== 1 || (allowed !== null && allowed[row] !== 1)) continue
    const length = norm(vectorAt(matrix, row))
    if (metric === 'cosine' && length === 0) continue
    rows[count] = row
    norms[count] = length
    count++
  }
  return { rows: rows.subarray(0, count), norms: norms.subarray(0, count) }
}

/** Whether this query has a distance to anything under this metric. */
export const isSearchable = (queryNorm: number, metric: Metric): boolean =>
  metric !== 'cosine' || queryNorm > 0
