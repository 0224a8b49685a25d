// Whether the rows that pass a filter lie where a query looks: how dense they are among the rows nearest to the query, next
// to how dense they are in the whole table. Selectivity alone says little: at 3 % a tenant that lies around the query keeps
// most of the recall, one that lies elsewhere loses nearly all.
import type { FilterCase } from '../../model/vectors/filter-evidence.js'
import { countByValue, type GroupedRows } from '../grouped-rows.js'
import type { FilteredRows } from './filtered-rows.js'

export type Correlation = FilterCase['correlation']

export const CORRELATIONS: readonly Correlation[] = ['with the query', 'against the query', 'none']

/** Twice as dense as anywhere, or half: between the two a search meets about as many as it would of any rows. */
const WITH = 2
const AGAINST = 0.5

/** How many of the nearest rows are looked at: enough to expect a row of a filter that one in a thousand passes. */
export const neighbourhoodSize = (rowCount: number): number =>
  Math.min(rowCount, 1000, Math.max(100, Math.round(rowCount / 100)))

/** The rows around one query, counted. */
export interface Neighbourhood {
  readonly size: number
  readonly tenants: ReadonlyMap<number, number>
  readonly categories: ReadonlyMap<number, number>
}

/** `around`: for each query the ids of the rows nearest to it, under no filter. */
export function countNeighbourhoods(
  { ids, tenants, categories }: GroupedRows,
  around: readonly (readonly number[])[],
): readonly Neighbourhood[] {
  const rowOf = new Map<number, number>()
  for (const [row, id] of ids.entries()) rowOf.set(id, row)
  return around.map((near) => {
    const rows = near.flatMap((id) => rowOf.get(id) ?? [])
    return {
      size: rows.length,
      tenants: countByValue(rows.map((row) => tenants[row] ?? 0)),
      categories: countByValue(rows.map((row) => categories[row] ?? 0)),
    }
  })
}

/** `selectivity`: rows that pass ÷ all rows, above 0. */
export function correlationOf(
  { column, values }: FilteredRows,
  selectivity: number,
  { size, tenants, categories }: Neighbourhood,
): Correlation {
  const counts = column === 'tenant_id' ? tenants : categories
  const passing = values.reduce((sum, value) => sum + (counts.get(value) ?? 0), 0)
  const lift = passing / Math.max(1, size) / selectivity
  if (lift >= WITH) return 'with the query'
  return lift <= AGAINST ? 'against the query' : 'none'
}
