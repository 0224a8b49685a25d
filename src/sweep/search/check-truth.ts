// Exact neighbours that were computed beside the server, held against those that SQL finds, under the same filter and role.
import { brokenError } from '../../model/errors.js'
import type { Neighbours } from '../../model/vectors/neighbours.js'
import type { SearchedTable } from '../searched-table.js'
import { truthBySql, type TruthRequest } from './truth-by-sql.js'

/** Of the largest distance: pgvector sums in single precision. */
const ROUNDING = 1e-5

/** `computed`: of the request's vectors, in their order. Throws brokenError where SQL finds other neighbours. */
export async function checkTruth(
  table: SearchedTable,
  request: TruthRequest,
  computed: readonly Neighbours[],
  what: string,
): Promise<void> {
  const bySql = await truthBySql(table, request)
  for (const [query, found] of bySql.entries()) {
    const difference = differenceOf(computed[query], found)
    if (difference === null) continue
    throw brokenError(
      `Among ${what}, the exact neighbours of query ${query} are not those that SQL finds: ${difference}.`,
      { hint: 'No recall can be believed then: please report it, with the vectors if you can' },
    )
  }
}

/** Ids may differ where distances are equal. Null where there is no difference. */
export function differenceOf(computed: Neighbours | undefined, bySql: Neighbours): string | null {
  if (computed === undefined) return 'there are none'
  if (computed.matching !== bySql.matching)
    return `${computed.matching} rows have a distance, and ${bySql.matching} by SQL`
  if (computed.distances.length !== bySql.distances.length)
    return `there are ${computed.distances.length}, and ${bySql.distances.length} by SQL`
  const slack = ROUNDING * Math.max(1, ...bySql.distances.map(Math.abs))
  const rank = computed.distances.findIndex(
    (distance, position) => Math.abs(distance - (bySql.distances[position] ?? Infinity)) > slack,
  )
  if (rank < 0) return null
  return `neighbour ${rank + 1} is at ${computed.distances[rank]}, and at ${bySql.distances[rank]} by SQL`
}
