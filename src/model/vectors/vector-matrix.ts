// The rows of a vector set in memory, as arithmetic wants them: one array for all components.

export interface VectorMatrix {
  readonly rowCount: number
  readonly dimensions: number
  /** Row after row; zeros where a row has no vector. */
  readonly values: Float32Array
  /** 1 where the row has a vector, 0 where it is NULL. */
  readonly present: Uint8Array
  /** By row. Up to 2^53. */
  readonly ids: Float64Array
  readonly tenants: Int32Array
  readonly categories: Int32Array
}

/** The components of a row, as a view: nothing is copied. */
export const vectorAt = ({ values, dimensions }: VectorMatrix, row: number): Float32Array =>
  values.subarray(row * dimensions, (row + 1) * dimensions)
