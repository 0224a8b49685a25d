// How much of the exact answer a search found, by distance: a row as near as the k-th nearest is a hit whichever row it is.
import type { Neighbours } from './neighbours.js'

export interface Found {
  readonly ids: readonly number[]
  /** NaN where a row has no distance. */
  readonly distances: readonly number[]
}

/**
 * Distances are summed in another order by an index, in single precision: the slack is of the distance itself where that is
 * above 1, as inner products and L2 distances of vectors that are not of unit length are.
 */
const TIE = 1e-6

/** min(k, rows that match): fewer returned is a short answer. */
export const rowsWanted = (truth: Neighbours, k: number): number => Math.min(k, truth.matching)

/**
 * 0 to 1. Repeated ids count once, missing rows are misses. Where nothing matches it is 1 for an empty answer, else 0.
 * One of the exact neighbours is a hit even where its distance was rounded in another way.
 */
export function recallByDistance(found: Found, truth: Neighbours, k: number): number {
  const wanted = rowsWanted(truth, k)
  if (wanted === 0) return found.ids.length === 0 ? 1 : 0
  const nearest = new Set(truth.ids.slice(0, wanted))
  const last = truth.distances[wanted - 1] ?? -Infinity
  const reach = last + TIE * Math.max(1, Math.abs(last))
  const hits = new Set(
    found.ids
      .slice(0, k)
      .filter((id, position) => nearest.has(id) || (found.distances[position] ?? Infinity) <= reach),
  )
  return Math.min(hits.size, wanted) / wanted
}
