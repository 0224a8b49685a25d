// What a search under a filter came to, with sensible values, for tests of what is concluded of it.
import type { FilterEvidence } from '../../src/model/vectors/filter-evidence.js'

interface FilterValues {
  readonly strategy?: FilterEvidence['strategy']
  readonly index?: FilterEvidence['index']
  /** Name of the index in the plan. */
  readonly plan?: string
  readonly recalls: readonly number[]
  /** Returned, by query; 10 unless told. */
  readonly rows?: readonly number[]
  /** Of every query. */
  readonly latencyMs: number
}

const HNSW = { kind: 'hnsw', representation: 'vector', metric: 'cosine', m: 16, efConstruction: 64 } as const

/** At 1 %, by the planner’s choice with HNSW, 10 rows wanted. */
export const filterEvidence = (values: FilterValues): FilterEvidence => ({
  filter: {
    name: 'tenant 7, against the query',
    condition: 'tenant_id = 7',
    by: 'where',
    selectivity: 0.01,
    matching: 1000,
    correlation: 'against the query',
  },
  strategy: values.strategy ?? 'planner’s choice',
  planMode: 'custom',
  index: values.index ?? HNSW,
  search: { effort: 40, iterative: 'off', bound: null, rerank: null },
  k: 10,
  plan: {
    index: values.plan ?? 'items_hnsw_vector_cosine_m16_ef64',
    node: 'Index Scan',
    rowsVisited: 40,
    rowsScanned: null,
    sharedBlocks: 400,
  },
  voidBecause: null,
  answers: values.recalls.map((recall, query) => ({
    query,
    recall,
    rows: values.rows?.[query] ?? 10,
    rowsWanted: 10,
  })),
  latenciesMs: values.recalls.map(() => values.latencyMs),
})

/** The same filter by the exact plan, which finds all in 1.7 ms. */
export const exactFilterEvidence = (): FilterEvidence =>
  filterEvidence({
    strategy: 'B-tree and exact sort',
    index: { kind: 'exact', metric: 'cosine' },
    plan: 'items_tenant_id',
    recalls: [1, 1, 1, 1, 1],
    latencyMs: 1.7,
  })
