// Whose the rows of a vector set are, as a sweep wants it.
import type { VectorSet } from '../../src/model/vectors/vector-set.js'
import type { GroupedRows } from '../../src/sweep/grouped-rows.js'

export function groupedRows(vectors: VectorSet): GroupedRows {
  const items = [...vectors.rows()]
  return {
    rowCount: items.length,
    ids: Float64Array.from(items, ({ id }) => id),
    tenants: Int32Array.from(items, ({ tenant }) => tenant),
    categories: Int32Array.from(items, ({ category }) => category),
  }
}
