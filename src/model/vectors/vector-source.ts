// Where the vectors of a sweep come from.

export const VECTOR_FILE_FORMATS = ['fvecs', 'bvecs', 'npy', 'raw'] as const
export type VectorFileFormat = (typeof VECTOR_FILE_FORMATS)[number]

export interface VectorFile {
  readonly kind: 'file'
  readonly path: string
  /** raw is little-endian float32 and nothing else. */
  readonly format: VectorFileFormat
  /** Of raw files, which do not say it themselves; null for the others. */
  readonly dimensions: number | null
  /** Only so many of the vectors, drawn evenly; null for all. Queries are taken from them. */
  readonly sample: number | null
}

export type VectorSource =
  { readonly kind: 'synthetic'; readonly rows: number; readonly dimensions: number } | VectorFile

export interface VectorOptions {
  /** The same seed draws the same sample, queries, tenants and categories. */
  readonly seed: number
  readonly tuningQueries: number
  readonly reportingQueries: number
}
