// How much of the exact answer an approximate search finds.
import { at } from '../../model/at.js'
import { usageError } from '../../model/errors.js'
import type { RecallColumns } from '../../model/scenario.js'

type Row = Readonly<Record<string, string | null>>

/** Distances travel as text and are summed in another order by an index: ann-benchmarks allows the same slack. */
const TIE = 1e-6

/**
 * The share, 0 to 1, of the exact top k that the approximate top k holds, by distance: a row as near as the k-th exact
 * one is a hit whichever row it is, so ties cost nothing. Repeated ids count once, missing rows are misses. Where the
 * exact answer is empty it is 1 for an empty answer, else 0. Throws HarnessError where a row lacks the columns.
 */
export function recallAtK(
  exact: readonly Row[],
  approximate: readonly Row[],
  columns: RecallColumns,
): number {
  const wanted = Math.min(columns.k, exact.length)
  if (wanted === 0) return approximate.length === 0 ? 1 : 0
  const distances = exact.map((row) => distanceOf(row, columns)).sort((a, b) => a - b)
  const reach = at(distances, wanted - 1) + TIE
  const hits = new Set(
    approximate
      .slice(0, columns.k)
      .filter((row) => distanceOf(row, columns) <= reach)
      .map((row) => valueOf(row, columns.id)),
  )
  return Math.min(hits.size, wanted) / wanted
}

/** A row without a distance is as far as can be. */
function distanceOf(row: Row, { distance }: RecallColumns): number {
  const text = valueOf(row, distance)
  return text === null ? Infinity : Number(text)
}

function valueOf(row: Row, column: string): string | null {
  const value = row[column]
  if (value !== undefined) return value
  throw usageError(`recall needs the output column "${column}", which the query does not return`, {
    hint: `It returns ${Object.keys(row).join(', ')}: name these under recall, or select the column.`,
  })
}
