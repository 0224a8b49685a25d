// The k nearest among given rows, by distances in double precision. Equal distances go by row, lowest first, so that
// every way to the same rows gives the same answer.
import type { Neighbours } from '../../model/vectors/neighbours.js'
import type { Metric } from '../../model/vectors/vector-index.js'
import { vectorAt, type VectorMatrix } from '../../model/vectors/vector-matrix.js'
import { distanceBetween } from './distance.js'

export function nearestOf(
  matrix: VectorMatrix,
  rows: Int32Array,
  query: Float32Array,
  { k, metric, matching }: { readonly k: number; readonly metric: Metric; readonly matching: number },
): Neighbours {
  const nearest = Array.from(rows, (row) => ({
    row,
    distance: distanceBetween(query, vectorAt(matrix, row), metric),
  }))
    .sort((a, b) => a.distance - b.distance || a.row - b.row)
    .slice(0, k)
  return {
    ids: nearest.map(({ row }) => matrix.ids[row] as number),
    distances: nearest.map(({ distance }) => distance),
    matching,
  }
}

export const NOTHING_NEAR: Neighbours = { ids: [], distances: [], matching: 0 }
