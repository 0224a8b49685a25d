// The same index on fewer rows. A graph stays as it is; lists are so many per row, and the share of them that is probed
// stays.
import type { TunedIndex } from '../tuned-index.js'

/** `share`: of the rows that it was tuned for, up to 1. */
export function scaledTo({ index, search }: TunedIndex, share: number): TunedIndex {
  if (index.kind === 'hnsw' || search.effort === null) return { index, search }
  const lists = Math.max(1, Math.round(index.lists * share))
  const probes = Math.min(lists, Math.max(1, Math.ceil((search.effort * lists) / index.lists)))
  return { index: { ...index, lists }, search: { ...search, effort: probes } }
}
