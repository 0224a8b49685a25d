// Exact neighbours as one would write them in JavaScript for speed: cosine by normalised vectors, a loop unrolled
// four times, and a sort of those within reach. The opponent of the kernel.
import { vectorAt, type VectorMatrix } from '../../src/model/vectors/vector-matrix.js'

/** Ids of the k nearest of every query, by cosine. Rows and queries are of unit length. */
export const unrolledNeighbours = (
  matrix: VectorMatrix,
  queries: readonly Float32Array[],
  k: number,
): number[][] => queries.map((query) => nearest(matrix, query, k))

function nearest(matrix: VectorMatrix, query: Float32Array, k: number): number[] {
  let found: { row: number; similarity: number }[] = []
  let reach = -Infinity
  const keepNearest = (): void => {
    found = found.sort((a, b) => b.similarity - a.similarity || a.row - b.row).slice(0, k)
    if (found.length === k) reach = found.at(-1)?.similarity ?? reach
  }
  for (let row = 0; row < matrix.rowCount; row++) {
    const similarity = product(query, vectorAt(matrix, row))
    if (similarity < reach) continue
    found.push({ row, similarity })
    if (found.length >= 3 * k) keepNearest()
  }
  keepNearest()
  return found.map(({ row }) => matrix.ids[row] as number)
}

function product(a: Float32Array, b: Float32Array): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0]
  let i = 0
  for (; i + 3 < a.length; i += 4) {
    s0 += (a[i] as number) * (b[i] as number)
    s1 += (a[i + 1] as number) * (b[i + 1] as number)
    s2 += (a[i + 2] as number) * (b[i + 2] as number)
    s3 += (a[i + 3] as number) * (b[i + 3] as number)
  }
  for (; i < a.length; i++) s0 += (a[i] as number) * (b[i] as number)
  return s0 + s1 + s2 + s3
}
