// Exact nearest neighbours. The kernel's single precision leaves for each query the few rows that can be among the k
// nearest; double precision then decides among them. So the answer is that of the reference, for a fraction of its time.
import { setImmediate } from 'node:timers/promises'
import type { Neighbours } from '../../model/vectors/neighbours.js'
import type { Metric } from '../../model/vectors/vector-index.js'
import { vectorAt, type VectorMatrix } from '../../model/vectors/vector-matrix.js'
import { candidates, type Candidates } from './candidates.js'
import { norm } from './distance.js'
import { openKernel, type Kernel } from './kernel.js'
import { nearestOf, NOTHING_NEAR } from './nearest-of.js'
import { referenceNeighbours } from './reference-neighbours.js'
import type { RowFilter } from './row-filter.js'
import { queryError, rowScores, type QueryError, type RowScores } from './score.js'
import { isSearchable, searchedRows } from './searched-rows.js'

/** Queries that pass over the rows together: their products take memory. */
const QUERY_GROUP = 512

/** Outside of these, products of single precision lose digits or end in infinity: the reference answers instead. */
const SMALLEST_NORM = 1e-12
const LARGEST_NORM = 1e15

interface Search {
  readonly matrix: VectorMatrix
  readonly rows: Int32Array
  readonly scores: RowScores
  readonly k: number
  readonly metric: Metric
  readonly signal: AbortSignal | undefined
}

/**
 * For each query its k nearest rows among those that `allowed` lets through (1 for a row that passes; null: all).
 * The event loop gets its turn between blocks of rows; an abort is noticed there, and its reason thrown.
 */
export async function exactNeighbours(
  matrix: VectorMatrix,
  queries: readonly Float32Array[],
  k: number,
  metric: Metric,
  allowed: RowFilter | null,
  signal?: AbortSignal,
): Promise<readonly Neighbours[]> {
  const { rows, norms } = searchedRows(matrix, metric, allowed)
  const kernel = isModerate(norms) && isModerate(queries.map(norm)) ? kernelOrNull(matrix, queries) : null
  if (kernel === null) return referenceNeighbours(matrix, queries, k, metric, allowed)
  const search = { matrix, rows, scores: rowScores(norms, metric), k, metric, signal }
  const neighbours: Neighbours[] = []
  for (let first = 0; first < queries.length; first += QUERY_GROUP) {
    neighbours.push(...(await searchGroup(kernel, queries.slice(first, first + QUERY_GROUP), search)))
  }
  return neighbours
}

const isModerate = (norms: ArrayLike<number>): boolean =>
  Array.prototype.every.call(
    norms,
    (norm: number) => norm === 0 || (norm >= SMALLEST_NORM && norm <= LARGEST_NORM),
  )

function kernelOrNull({ dimensions }: VectorMatrix, { length }: readonly Float32Array[]): Kernel | null {
  try {
    return openKernel(dimensions, Math.min(length, QUERY_GROUP))
  } catch {
    return null
  }
}

async function searchGroup(
  kernel: Kernel,
  queries: readonly Float32Array[],
  search: Search,
): Promise<Neighbours[]> {
  const { matrix, rows, k, metric, signal } = search
  for (const [place, query] of queries.entries()) kernel.setQuery(place, query)
  const errors = queries.map((query) => queryError(norm(query), matrix.dimensions))
  const found = queries.map(() => candidates(k))
  for (let first = 0; first < rows.length; first += kernel.blockRows) {
    const count = Math.min(kernel.blockRows, rows.length - first)
    for (let place = 0; place < count; place++) {
      kernel.setRow(place, vectorAt(matrix, rows[first + place] as number))
    }
    const products = kernel.multiply(queries.length)
    for (const [query, nearest] of found.entries()) {
      const line = products.subarray(query * kernel.blockRows, query * kernel.blockRows + count)
      offer(nearest, line, errors[query] as QueryError, first, search)
    }
    await setImmediate()
    signal?.throwIfAborted()
  }
  return queries.map((query, place) =>
    isSearchable(norm(query), metric)
      ? nearestOf(matrix, (found[place] as Candidates).take(), query, { k, metric, matching: rows.length })
      : NOTHING_NEAR,
  )
}

/** Rows from `first` on, with their products: those that may be near enough become candidates. */
function offer(
  nearest: Candidates,
  products: Float32Array,
  { unit, floor }: QueryError,
  first: number,
  { rows, scores: { offsets, slopes, errors } }: Search,
): void {
  for (let i = 0; i < products.length; i++) {
    const place = first + i
    const score = (offsets[place] as number) - (slopes[place] as number) * (products[i] as number)
    const error = unit * (errors[place] as number) + floor
    if (score - error <= nearest.reach) nearest.add(rows[place] as number, score - error, score + error)
  }
}
