// Dimensions that a vector column can have.
import { fileError } from './file-error.js'

/** VECTOR_MAX_DIM of pgvector. */
const MAX_DIMENSIONS = 16_000

/** Throws usageError. */
export function checkDimensions(path: string, offset: number, dimensions: number, hint: string): void {
  if (Number.isInteger(dimensions) && dimensions >= 1 && dimensions <= MAX_DIMENSIONS) return
  throw fileError({
    path,
    offset,
    problem: `${dimensions} dimensions; a vector has 1 to ${MAX_DIMENSIONS}`,
    hint,
  })
}
