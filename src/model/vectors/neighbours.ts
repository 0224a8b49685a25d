// The truth: exact nearest neighbours of a query among the rows that a filter lets through.

export interface Neighbours {
  /** Nearest first. */
  readonly ids: readonly number[]
  /** As pgvector's operator gives them: cosine distance, euclidean distance, negative inner product. */
  readonly distances: readonly number[]
  /** Rows that pass the filter and have a distance, the neighbours among them. */
  readonly matching: number
}
