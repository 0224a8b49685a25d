// How far the effort of an index can go.
import type { ApproximateIndex } from '../indexes/index-operators.js'

export interface EffortRange {
  readonly least: number
  /** Where to look first: pgvector's advice. */
  readonly start: number
  readonly most: number
}

/** pgvector's own limit of hnsw.ef_search. */
const MOST_EF_SEARCH = 1000
const USUAL_EF_SEARCH = 40

/** IVFFlat is exact once it probes all its lists; HNSW gives no more rows than ef_search. */
export function effortRange(index: ApproximateIndex, k: number): EffortRange {
  if (index.kind === 'ivfflat') {
    return { least: 1, start: Math.max(1, Math.round(Math.sqrt(index.lists))), most: index.lists }
  }
  const least = Math.min(MOST_EF_SEARCH, k)
  return { least, start: Math.max(least, USUAL_EF_SEARCH), most: MOST_EF_SEARCH }
}
