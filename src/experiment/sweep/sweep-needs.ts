// What a sweep will ask of a server.
import type { VectorSet } from '../../model/vectors/vector-set.js'
import type { ServerNeeds } from '../../server/preflight/needs.js'

/** For what is there whatever the rows: catalogs, write-ahead log. */
const BASE_BYTES = 200 * 2 ** 20
/** Tuple, primary key, TOAST and its index. */
const ROW_OVERHEAD_BYTES = 120
/** As large as the rows each, about: those that stand, a copy of the table, partitions. */
const MOST_INDEXES = 8

export function sweepNeeds(
  { rowCount, dimensions }: Pick<VectorSet, 'rowCount' | 'dimensions'>,
  /** What indexes may take. */
  indexBytes: number,
): ServerNeeds {
  const rowBytes = rowCount * (4 * dimensions + ROW_OVERHEAD_BYTES)
  return {
    extensions: ['vector'],
    diskBytes: BASE_BYTES + rowBytes + Math.min(indexBytes, MOST_INDEXES * rowBytes),
    diskFix: 'Free some, or take fewer --rows or a smaller --disk-budget',
  }
}
