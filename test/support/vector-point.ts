// A point of a sweep with sensible values, for tests of schedules.
import type { Point } from '../../src/model/vectors/vector-point.js'

const PLAN = {
  index: 'items_hnsw',
  node: 'Index Scan',
  rowsVisited: 10,
  rowsScanned: null,
  sharedBlocks: 100,
}

export const vectorPoint = (effort: number, recalls: readonly number[], latencyMs = 1): Point => ({
  index: { kind: 'hnsw', representation: 'vector', metric: 'cosine', m: 16, efConstruction: 64 },
  search: { effort, iterative: 'off', bound: null, rerank: null },
  k: 10,
  queries: 'tuning',
  forced: PLAN,
  natural: PLAN,
  voidBecause: null,
  answers: recalls.map((recall, query) => ({ query, recall, rows: 10, rowsWanted: 10 })),
  latenciesMs: recalls.map(() => latencyMs),
})
