// How vectors are indexed: the kind of index, what it keeps of a vector, and the settings it is built with.
import { z } from 'zod'

export const metricSchema = z.enum(['cosine', 'l2', 'inner product'])
export type Metric = z.infer<typeof metricSchema>

/** halfvec keeps two bytes a dimension; bit one bit, so that its candidates have to be ranked again by the vectors themselves. */
export const representationSchema = z.enum(['vector', 'halfvec', 'bit'])
export type Representation = z.infer<typeof representationSchema>

const indexed = { representation: representationSchema, metric: metricSchema }

/** exact is the sequential scan: no index, recall 1. */
export const vectorIndexSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('exact'), metric: metricSchema }),
  z.strictObject({ kind: z.literal('ivfflat'), ...indexed, lists: z.int().positive() }),
  z.strictObject({
    kind: z.literal('hnsw'),
    ...indexed,
    m: z.int().min(2).max(100),
    efConstruction: z.int().min(4).max(1000),
  }),
])
export type VectorIndex = z.infer<typeof vectorIndexSchema>

/** off scans once and returns what is left after the filter; the others go on until LIMIT rows are found or a bound is met. */
export const iterativeScanSchema = z.enum(['off', 'strict_order', 'relaxed_order'])
export type IterativeScan = z.infer<typeof iterativeScanSchema>

/** Those that each kind has: pgvector keeps no strict order in IVFFlat. */
export const ITERATIVE_SCANS: Readonly<Record<'ivfflat' | 'hnsw', readonly IterativeScan[]>> = {
  ivfflat: ['off', 'relaxed_order'],
  hnsw: ['off', 'strict_order', 'relaxed_order'],
}

/** How far a search goes: probes for ivfflat, ef_search for hnsw, nothing for exact. */
export const searchSettingsSchema = z.strictObject({
  /** probes or ef_search; null for exact. */
  effort: z.int().positive().nullable(),
  iterative: iterativeScanSchema,
  /** ivfflat.max_probes or hnsw.max_scan_tuples of an iterative scan; null for pgvector's own. */
  bound: z.int().positive().nullable(),
  /** Candidates that are ranked again by the vectors themselves; null where the index keeps vectors whole. */
  rerank: z.int().positive().nullable(),
})
export type SearchSettings = z.infer<typeof searchSettingsSchema>

export const indexBuildSchema = z.strictObject({
  index: vectorIndexSchema,
  rowsAtBuild: z.int(),
  /** Several where it was built again to see the spread: k-means and levels are random. */
  builds: z.array(z.strictObject({ durationMs: z.number(), sizeBytes: z.number() })),
  notices: z.array(z.string()),
  maintenanceWorkMemBytes: z.number(),
  parallelWorkers: z.int(),
})
export type IndexBuild = z.infer<typeof indexBuildSchema>
