// Matrices of vectors for tests.
import type { RandomStream } from '../../src/model/random.js'
import { vectorAt, type VectorMatrix } from '../../src/model/vectors/vector-matrix.js'

/** Ids from 1; null for a row without a vector. */
export function matrixOf(vectors: readonly (ArrayLike<number> | null)[], dimensions: number): VectorMatrix {
  const rowCount = vectors.length
  const matrix: VectorMatrix = {
    rowCount,
    dimensions,
    values: new Float32Array(rowCount * dimensions),
    present: Uint8Array.from(vectors, (vector) => (vector === null ? 0 : 1)),
    ids: Float64Array.from({ length: rowCount }, (_, row) => row + 1),
    tenants: new Int32Array(rowCount),
    categories: new Int32Array(rowCount),
  }
  for (const [row, vector] of vectors.entries()) if (vector !== null) vectorAt(matrix, row).set(vector)
  return matrix
}

/** Components between -1 and 1. */
export const drawVector = (dimensions: number, random: RandomStream): Float32Array =>
  Float32Array.from({ length: dimensions }, () => 2 * random.next() - 1)

export const drawVectors = (count: number, dimensions: number, random: RandomStream): Float32Array[] =>
  Array.from({ length: count }, () => drawVector(dimensions, random))
