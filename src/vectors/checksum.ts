// Names what was searched by its content: the same vectors, the same checksum.
import { createHash } from 'node:crypto'
import type { VectorMatrix } from '../model/vectors/vector-matrix.js'

/** SHA-256, hex, of rows with their ids, tenants and categories. */
export function checksumMatrix(matrix: VectorMatrix): string {
  const hash = createHash('sha256').update(`${matrix.rowCount} × ${matrix.dimensions}\n`)
  for (const array of [matrix.values, matrix.present, matrix.ids, matrix.tenants, matrix.categories])
    hash.update(array)
  return hash.digest('hex')
}

/** SHA-256, hex, of vectors in their order. */
export function checksumQueries(queries: readonly Float32Array[]): string {
  const hash = createHash('sha256').update(`${queries.length}\n`)
  for (const query of queries) hash.update(`${query.length}\n`).update(query)
  return hash.digest('hex')
}
