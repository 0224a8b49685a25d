// Vector indexes and their search settings in words, the same in every part of a sweep's report. Nothing here is from
// outside: kinds are words of our own, settings are numbers.
import type { SearchSettings, VectorIndex } from '../../model/vectors/vector-index.js'

/** HNSW (m 16, ef_construction 64), halfvec */
export function describeIndex(index: VectorIndex): string {
  if (index.kind === 'exact') return 'exact scan'
  const settings =
    index.kind === 'ivfflat'
      ? `lists ${index.lists}`
      : `m ${index.m}, ef_construction ${index.efConstruction}`
  const kept = index.representation === 'vector' ? '' : `, ${index.representation}`
  return `${KIND_WORDS[index.kind]} (${settings})${kept}`
}

/** probes 12; ef_search 80, strict_order, reranking 80; – for none */
export function describeSearch(
  index: VectorIndex,
  { effort, iterative, bound, rerank }: SearchSettings,
): string {
  if (index.kind === 'exact') return '–'
  const words = [
    ...(effort === null ? [] : [`${index.kind === 'ivfflat' ? 'probes' : 'ef_search'} ${effort}`]),
    ...(iterative === 'off' ? [] : [iterative]),
    ...(bound === null ? [] : [`${index.kind === 'ivfflat' ? 'max_probes' : 'max_scan_tuples'} ${bound}`]),
    ...(rerank === null ? [] : [`reranking ${rerank}`]),
  ]
  return words.length === 0 ? '–' : words.join(', ')
}

/** HNSW 16/64 ef 80 relaxed_order halfvec: for a chart */
export function labelPoint(index: VectorIndex, { effort, iterative }: SearchSettings): string {
  if (index.kind === 'exact') return 'exact scan'
  const built = index.kind === 'ivfflat' ? `${index.lists}` : `${index.m}/${index.efConstruction}`
  const searched = effort === null ? '' : ` ${index.kind === 'ivfflat' ? 'probes' : 'ef'} ${effort}`
  const kept = index.representation === 'vector' ? '' : ` ${index.representation}`
  const scan = iterative === 'off' ? '' : ` ${iterative}`
  return `${KIND_WORDS[index.kind]} ${built}${searched}${scan}${kept}`
}

export const KIND_WORDS = { exact: 'exact scan', ivfflat: 'IVFFlat', hnsw: 'HNSW' } as const

/** The settings as they are SET, by name. */
export function searchSettings(index: VectorIndex, { effort, iterative, bound }: SearchSettings): string[] {
  if (index.kind === 'exact') return []
  const names =
    index.kind === 'ivfflat'
      ? (['ivfflat.probes', 'ivfflat.iterative_scan', 'ivfflat.max_probes'] as const)
      : (['hnsw.ef_search', 'hnsw.iterative_scan', 'hnsw.max_scan_tuples'] as const)
  return [
    ...(effort === null ? [] : [`${names[0]} = ${effort}`]),
    ...(iterative === 'off' ? [] : [`${names[1]} = ${iterative}`]),
    ...(bound === null ? [] : [`${names[2]} = ${bound}`]),
  ]
}
