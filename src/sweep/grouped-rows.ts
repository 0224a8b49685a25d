// What is known of the rows of the table without asking it: whose they are and which category they have.
import type { VectorMatrix } from '../model/vectors/vector-matrix.js'

export type GroupedRows = Pick<VectorMatrix, 'rowCount' | 'ids' | 'tenants' | 'categories'>

/** Rows by value, the value with most rows first; ties by value. */
export function countByValue(values: Iterable<number>): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return new Map([...counts].sort(([a, rowsA], [b, rowsB]) => rowsB - rowsA || a - b))
}
