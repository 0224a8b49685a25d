// A vector index in words, for sentences.
import type { VectorIndex } from '../../model/vectors/vector-index.js'

/** HNSW (m = 16, ef_construction = 64); IVFFlat (lists = 100) of halfvec */
export function indexText(index: VectorIndex): string {
  if (index.kind === 'exact') return 'the exact scan'
  const kept = index.representation === 'vector' ? '' : ` of ${index.representation}`
  return index.kind === 'ivfflat'
    ? `IVFFlat (lists = ${index.lists})${kept}`
    : `HNSW (m = ${index.m}, ef_construction = ${index.efConstruction})${kept}`
}
