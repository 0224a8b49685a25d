// A sample of the table that needs no copy: a partial index on every n-th row, and searches that ask for those alone.
import type { Filter } from '../searched-table.js'

/** The condition as index and query both have to spell it; null for the whole table. */
export const sampleCondition = (everyNth: number): string | null =>
  everyNth === 1 ? null : `id % ${everyNth} = 0`

export function sampleFilter(everyNth: number): Filter | null {
  const condition = sampleCondition(everyNth)
  return condition === null ? null : { condition, values: [] }
}
