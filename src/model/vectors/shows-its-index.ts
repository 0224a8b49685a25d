import type { VectorIndex } from './vector-index.js'

/** Whether a plan, by the name of the index that it shows, took the vector index it was given: names say their kind. */
export const showsItsIndex = (planIndex: string | null, { kind }: Pick<VectorIndex, 'kind'>): boolean =>
  kind !== 'exact' && planIndex !== null && planIndex.includes(`_${kind}_`)
