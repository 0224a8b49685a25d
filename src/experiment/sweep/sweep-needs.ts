// What a sweep will ask of a server.
import type { VectorSet } from '../../model/vectors/vector-set.js'
import type { ServerNeeds } from '../../server/preflight/needs.js'

/** For what is there whatever the rows: catalogs, write-ahead log. */
const BASE_BYTES = 200 * 2 ** 20
/** Tuple, primary key, TOAST and its index. */
const ROW_OVERHEAD_BYTES = 120

export function sweepNeeds(
  { rowCount, dimensions }: Pick<VectorSet, 'rowCount' | 'dimensions'>,
  indexBytes: number,
): ServerNeeds {
  return {
    extensions: ['vector'],
    diskBytes: BASE_BYTES + rowCount * (4 * dimensions + ROW_OVERHEAD_BYTES) + indexBytes,
    diskFix: 'Free some, or take fewer --rows or a smaller --disk-budget',
  }
}
