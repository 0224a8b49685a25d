// What a reader must know of vectors before believing a recall measured on them: on uniform random ones every index
// looks worse than it is, on tight blobs every index looks perfect.
import type { Honesty } from '../../model/vectors/sweep-evidence.js'
import type { Metric } from '../../model/vectors/vector-index.js'
import { vectorAt, type VectorMatrix } from '../../model/vectors/vector-matrix.js'
import { distanceBetween, norm } from '../exact/distance.js'
import { exactNeighbours } from '../exact/exact-neighbours.js'
import { countDuplicates } from './duplicates.js'
import { localIntrinsicDimension } from './local-intrinsic-dimension.js'
import { median } from './median.js'

const NEIGHBOURS = 100
const CONTRAST_NEIGHBOUR = 10
/** Enough for a median; more take time and change nothing. */
const MOST_QUERIES = 200
/** For the mean distance. */
const MOST_ROWS = 2000
/** Distances below this share of the mean one are those of copies. */
const COPY = 1e-6

export async function measureHonesty(
  matrix: VectorMatrix,
  queries: readonly Float32Array[],
  metric: Metric,
  signal?: AbortSignal,
): Promise<Honesty> {
  const rows = [...matrix.present.keys()].filter((row) => matrix.present[row] === 1)
  const norms = Float64Array.from(rows, (row) => norm(vectorAt(matrix, row))).sort()
  const neighbourhoods = await measureNeighbourhoods(matrix, queries.slice(0, MOST_QUERIES), metric, signal)
  return {
    localIntrinsicDimension: medianOfMost(neighbourhoods.map(({ dimension }) => dimension)),
    relativeContrast: medianOfMost(neighbourhoods.map(({ contrast }) => contrast)),
    norms: { min: norms[0] ?? 0, median: rows.length === 0 ? 0 : median(norms), max: norms.at(-1) ?? 0 },
    duplicateShare: rows.length === 0 ? 0 : countDuplicates(matrix) / rows.length,
    nullVectors: matrix.rowCount - rows.length,
    zeroVectors: norms.filter((length) => length === 0).length,
  }
}

interface Neighbourhood {
  readonly dimension: number | null
  readonly contrast: number | null
}

/**
 * Euclidean, whatever the metric: the formulas ask for a true metric. Under cosine it is the distance of the vectors at
 * unit length, √(2 × cosine distance).
 */
async function measureNeighbourhoods(
  matrix: VectorMatrix,
  queries: readonly Float32Array[],
  metric: Metric,
  signal: AbortSignal | undefined,
): Promise<Neighbourhood[]> {
  const measured = metric === 'cosine' ? 'cosine' : 'l2'
  const toEuclidean = (distance: number): number =>
    measured === 'cosine' ? Math.sqrt(2 * Math.max(0, distance)) : distance
  const sample = sampleRows(matrix, measured)
  const nearest = await exactNeighbours(matrix, queries, NEIGHBOURS, measured, null, signal)
  return nearest.flatMap(({ distances }, place) => {
    const query = queries[place]
    if (query === undefined || distances.length === 0) return []
    const mean = meanOf(sample.map((row) => toEuclidean(distanceBetween(query, row, measured))))
    const near = distances.map(toEuclidean)
    const tenth = near[Math.min(CONTRAST_NEIGHBOUR, near.length) - 1] ?? 0
    return {
      dimension: localIntrinsicDimension(near.filter((distance) => distance > COPY * mean)),
      contrast: tenth > COPY * mean ? mean / tenth : null,
    }
  })
}

/** Rows with a distance, evenly spaced. */
function sampleRows(matrix: VectorMatrix, metric: Metric): Float32Array[] {
  const step = Math.max(1, matrix.rowCount / MOST_ROWS)
  const count = Math.min(MOST_ROWS, matrix.rowCount)
  return Array.from({ length: count }, (_, index) => Math.floor(index * step))
    .filter((row) => matrix.present[row] === 1)
    .map((row) => vectorAt(matrix, row))
    .filter((vector) => metric !== 'cosine' || norm(vector) > 0)
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** Null where fewer than half of them say something. */
function medianOfMost(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 || known.length < values.length / 2 ? null : median(known)
}
