// Rows that are copies of an earlier row.
import { vectorAt, type VectorMatrix } from '../../model/vectors/vector-matrix.js'

/** How many rows have the vector of a row before them, component by component. NULLs are no copies. */
export function countDuplicates(matrix: VectorMatrix): number {
  const rowsByHash = new Map<number, number[]>()
  let duplicates = 0
  for (let row = 0; row < matrix.rowCount; row++) {
    if (matrix.present[row] !== 1) continue
    const vector = vectorAt(matrix, row)
    const hash = hashVector(vector)
    const sameHash = rowsByHash.get(hash)
    if (sameHash === undefined) rowsByHash.set(hash, [row])
    else if (sameHash.some((earlier) => isEqual(vector, vectorAt(matrix, earlier)))) duplicates++
    else sameHash.push(row)
  }
  return duplicates
}

/** FNV-1a over the bits of the components, four bytes a step. Adding 0 makes -0 and 0 the same. */
function hashVector(vector: Float32Array): number {
  const bits = new Int32Array(Float32Array.from(vector, (component) => component + 0).buffer)
  let hash = 0x811c9dc5
  for (const word of bits) hash = Math.imul(hash ^ word, 0x01000193) ^ (word >>> 15)
  return hash
}

const isEqual = (a: Float32Array, b: Float32Array): boolean =>
  a.every((component, index) => component === b[index])
