// Exact neighbours by the shortest code there is: every distance, sorted. What the kernel must agree with, and what
// answers where the kernel cannot.
import type { Neighbours } from '../../model/vectors/neighbours.js'
import type { Metric } from '../../model/vectors/vector-index.js'
import type { VectorMatrix } from '../../model/vectors/vector-matrix.js'
import { norm } from './distance.js'
import { nearestOf, NOTHING_NEAR } from './nearest-of.js'
import type { RowFilter } from './row-filter.js'
import { isSearchable, searchedRows } from './searched-rows.js'

export function referenceNeighbours(
  matrix: VectorMatrix,
  queries: readonly Float32Array[],
  k: number,
  metric: Metric,
  allowed: RowFilter | null,
): readonly Neighbours[] {
  const { rows } = searchedRows(matrix, metric, allowed)
  return queries.map((query) =>
    isSearchable(norm(query), metric)
      ? nearestOf(matrix, rows, query, { k, metric, matching: rows.length })
      : NOTHING_NEAR,
  )
}
