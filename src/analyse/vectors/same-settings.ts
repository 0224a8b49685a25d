// Whether two indexes, or two points, are one and the same.
import type { SearchSettings, VectorIndex } from '../../model/vectors/vector-index.js'

/** The same text for the same index, whatever the order of its keys. */
export function indexKey(index: VectorIndex): string {
  switch (index.kind) {
    case 'exact':
      return `exact ${index.metric}`
    case 'ivfflat':
      return `ivfflat ${index.representation} ${index.metric} ${index.lists}`
    case 'hnsw':
      return `hnsw ${index.representation} ${index.metric} ${index.m} ${index.efConstruction}`
  }
}

export const searchKey = ({ effort, iterative, bound, rerank }: SearchSettings): string =>
  [effort, iterative, bound, rerank].join(' ')

/** Those that compete for one place: kind and what is kept of a vector. */
export const familyKey = (index: VectorIndex): string =>
  index.kind === 'exact' ? 'exact' : `${index.kind} ${index.representation}`
