// The exact neighbours of the queries: by the kernel, kept between sweeps, and held against SQL's on some of the queries.
import type { SweepEvidence } from '../../model/vectors/sweep-evidence.js'
import type { Metric } from '../../model/vectors/vector-index.js'
import type { VectorSet } from '../../model/vectors/vector-set.js'
import { checkTruth } from '../../sweep/search/check-truth.js'
import type { QuerySet, SearchedTable } from '../../sweep/searched-table.js'
import { exactNeighbours } from '../../vectors/exact/exact-neighbours.js'
import { rowsWhere } from '../../vectors/exact/row-filter.js'
import { cachedNeighbours } from '../../vectors/truth-cache.js'

export interface TruthOptions {
  readonly vectors: VectorSet
  /** checksumMatrix of the rows. */
  readonly checksum: string
  readonly k: number
  readonly metric: Metric
  readonly folder: string
}

export interface TruthPorts {
  readonly signal: AbortSignal
  readonly now: () => number
  readonly note: (message: string) => void
}

export interface ExactTruth {
  readonly reporting: QuerySet
  /** Among rows whose id is a multiple; 1 for all. */
  readonly tuning: (everyNth: number) => Promise<QuerySet>
  readonly facts: SweepEvidence['truth']
}

const CHECKED_QUERIES = 5

/** Throws brokenError where SQL finds other neighbours than the kernel. */
export async function exactTruth(
  table: SearchedTable,
  options: TruthOptions,
  ports: TruthPorts,
): Promise<ExactTruth> {
  const startNs = ports.now()
  const { queries } = options.vectors
  const reporting = await compute(options, 'reporting', 1, ports)
  const tuning = await compute(options, 'tuning', 1, ports)
  const durationMs = (ports.now() - startNs) / 1e6
  const checked = queries.reporting.slice(0, CHECKED_QUERIES)
  const { metric, k } = options
  const request = { metric, k, filter: null, settings: {}, vectors: checked }
  await checkTruth(table, request, reporting.set.truth, 'the held-out queries')
  const known = new Map([[1, Promise.resolve(tuning.set)]])
  return {
    reporting: reporting.set,
    tuning: (everyNth) => {
      const set =
        known.get(everyNth) ?? compute(options, 'tuning', everyNth, ports).then((found) => found.set)
      known.set(everyNth, set)
      return set
    },
    facts: {
      way: 'kernel',
      checkedQueries: checked.length,
      durationMs,
      cached: reporting.cached && tuning.cached,
    },
  }
}

async function compute(
  { vectors, checksum, k, metric, folder }: TruthOptions,
  set: QuerySet['set'],
  everyNth: number,
  { signal, note }: TruthPorts,
): Promise<{ set: QuerySet; cached: boolean }> {
  const { matrix } = vectors
  const queries = vectors.queries[set]
  const allowed = everyNth === 1 ? null : rowsWhere(matrix, ({ id }) => id % everyNth === 0)
  const { neighbours, cached } = await cachedNeighbours(
    folder,
    { data: checksum, queries, k, metric, allowed },
    () => exactNeighbours(matrix, queries, k, metric, allowed, signal),
    note,
  )
  return { set: { set, vectors: queries, truth: neighbours }, cached }
}
