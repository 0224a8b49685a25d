// A filter as a bitmap: one byte a row, 1 where it passes.
import type { VectorItem } from '../../model/vectors/vector-set.js'
import { vectorAt, type VectorMatrix } from '../../model/vectors/vector-matrix.js'

export type RowFilter = Uint8Array

export const rowsWhere = (matrix: VectorMatrix, passes: (item: VectorItem) => boolean): RowFilter =>
  Uint8Array.from({ length: matrix.rowCount }, (_, row) => (passes(itemAt(matrix, row)) ? 1 : 0))

export const itemAt = (matrix: VectorMatrix, row: number): VectorItem => ({
  id: matrix.ids[row] as number,
  tenant: matrix.tenants[row] as number,
  category: matrix.categories[row] as number,
  vector: matrix.present[row] === 1 ? vectorAt(matrix, row) : null,
})
