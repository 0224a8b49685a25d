// The evidence of a made-up sweep: IVFFlat, HNSW and the exact scan, tuned to 0.95, with latencies that are known.
import type { Finalist, SweepEvidence } from '../../src/model/vectors/sweep-evidence.js'
import type { SearchSettings, VectorIndex } from '../../src/model/vectors/vector-index.js'
import type { Point } from '../../src/model/vectors/vector-point.js'

export const IVFFLAT = (lists = 100): VectorIndex => ({
  kind: 'ivfflat',
  representation: 'vector',
  metric: 'cosine',
  lists,
})
export const HNSW: VectorIndex = {
  kind: 'hnsw',
  representation: 'vector',
  metric: 'cosine',
  m: 16,
  efConstruction: 64,
}
export const EXACT: VectorIndex = { kind: 'exact', metric: 'cosine' }

export const searchWith = (effort: number | null): SearchSettings => ({
  effort,
  iterative: 'off',
  bound: null,
  rerank: null,
})

const QUERIES = 40

/** Recall is the same for every query, so that its interval is one number. */
export function pointOf(index: VectorIndex, effort: number | null, recall: number, ms: number): Point {
  const plan = {
    index: index.kind === 'exact' ? null : `items_${index.kind}`,
    node: index.kind === 'exact' ? 'Seq Scan' : 'Index Scan',
    rowsVisited: 10,
    rowsScanned: index.kind === 'hnsw' ? null : 100,
    sharedBlocks: 10,
  }
  return {
    index,
    search: searchWith(effort),
    k: 10,
    queries: 'tuning',
    forced: plan,
    natural: plan,
    voidBecause: null,
    answers: Array.from({ length: QUERIES }, (_, query) => ({ query, recall, rows: 10, rowsWanted: 10 })),
    latenciesMs: Array.from({ length: QUERIES }, () => ms),
  }
}

/** Twelve rounds, each a little slower than the one before: for all finalists alike. */
export const finalistOf = (
  index: VectorIndex,
  effort: number | null,
  recall: number,
  ms: number,
  target: number,
): Finalist => ({
  point: { ...pointOf(index, effort, recall, ms), queries: 'reporting' },
  target,
  entered: 'chosen',
  roundsMs: Array.from({ length: 12 }, (_, round) => Array.from({ length: 5 }, () => ms * (1 + round / 100))),
})

export const sweepEvidence = (changes: Partial<SweepEvidence> = {}): SweepEvidence => ({
  run: {
    id: '2025-06-01T12-00-00-000Z-sweep-vectors-embedded',
    startedAt: '2025-06-01T12:00:00.000Z',
    command: 'indexproof sweep vectors --rows 10000',
    toolVersion: '0.1.0',
    seed: 1,
    k: 10,
    targets: [0.9, 0.95],
    mode: 'tuned',
    durationMs: 60_000,
  },
  machine: { cpu: 'Example CPU', cores: 2, memoryBytes: 2 ** 33, platform: 'linux x64', node: 'v20.19.0' },
  server: {
    kind: 'embedded',
    version: '18.0',
    versionNumber: 180_000,
    description: 'PostgreSQL 18.0 (embedded)',
    pgvector: '0.8.1',
    cluster: null,
    image: null,
    settings: { jit: 'off' },
    caveats: ['The embedded server runs in one process.'],
  },
  pgvector: '0.8.1',
  vectors: {
    name: 'synthetic',
    description: 'a mixture of clusters',
    rows: 10_000,
    dimensions: 32,
    metric: 'cosine',
    tuningQueries: QUERIES,
    reportingQueries: QUERIES,
    checksum: 'c'.repeat(64),
    honesty: {
      localIntrinsicDimension: 14.2,
      relativeContrast: 1.8,
      norms: { min: 1, median: 1, max: 1 },
      duplicateShare: 0,
      nullVectors: 0,
      zeroVectors: 0,
    },
  },
  truth: { way: 'kernel', checkedQueries: 5, durationMs: 120, cached: false },
  preflight: [],
  builds: [IVFFLAT(100), HNSW].map((index, position) => ({
    index,
    rowsAtBuild: 10_000,
    builds: [1, 2, 3].map((time) => ({ durationMs: time * 1000 * (position + 1), sizeBytes: 2 ** 20 })),
    notices: [],
    maintenanceWorkMemBytes: 2 ** 27,
    parallelWorkers: 0,
  })),
  dropped: [],
  points: [
    pointOf(IVFFLAT(100), 1, 0.6, 0.5),
    pointOf(IVFFLAT(100), 12, 0.96, 4),
    pointOf(IVFFLAT(200), 14, 0.96, 2),
    pointOf(HNSW, 40, 0.92, 0.8),
    pointOf(HNSW, 80, 0.97, 1),
  ],
  finalists: [
    finalistOf(IVFFLAT(200), 14, 0.96, 2, 0.95),
    finalistOf(HNSW, 80, 0.97, 1, 0.95),
    finalistOf(EXACT, null, 1, 20, 1),
  ],
  plannerSwitches: [
    { index: HNSW, search: searchWith(60), text: 'from ef_search 60 on the planner takes Sort' },
  ],
  filters: [],
  life: [],
  leftOut: [],
  ...changes,
})
