// The exact neighbours of the queries: by the kernel, kept between sweeps, and held against SQL's on some of the queries.
import { brokenError } from '../../model/errors.js'
import type { Neighbours } from '../../model/vectors/neighbours.js'
import type { SweepEvidence } from '../../model/vectors/sweep-evidence.js'
import type { Metric } from '../../model/vectors/vector-index.js'
import type { VectorSet } from '../../model/vectors/vector-set.js'
import type { QuerySet, SearchedTable } from '../../sweep/searched-table.js'
import { truthBySql } from '../../sweep/truth-by-sql.js'
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
/** Of the largest distance: pgvector sums in single precision. */
const ROUNDING = 1e-5

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
  await checkBySql(table, options, checked, reporting.set.truth)
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

async function checkBySql(
  table: SearchedTable,
  { k, metric }: TruthOptions,
  queries: readonly Float32Array[],
  truth: readonly Neighbours[],
): Promise<void> {
  const bySql = await truthBySql(table, { metric, k, filter: null, settings: {}, vectors: queries })
  for (const [query, found] of bySql.entries()) {
    const difference = differenceOf(truth[query], found)
    if (difference === null) continue
    throw brokenError(`The exact neighbours of query ${query} are not those that SQL finds: ${difference}.`, {
      hint: 'No recall can be believed then: please report it, with the vectors if you can',
    })
  }
}

/** Ids may differ where distances are equal. Null where there is no difference. */
export function differenceOf(computed: Neighbours | undefined, bySql: Neighbours): string | null {
  if (computed === undefined) return 'there are none'
  if (computed.matching !== bySql.matching)
    return `${computed.matching} rows have a distance, and ${bySql.matching} by SQL`
  if (computed.distances.length !== bySql.distances.length)
    return `there are ${computed.distances.length}, and ${bySql.distances.length} by SQL`
  const slack = ROUNDING * Math.max(1, ...bySql.distances.map(Math.abs))
  const rank = computed.distances.findIndex(
    (distance, position) => Math.abs(distance - (bySql.distances[position] ?? Infinity)) > slack,
  )
  if (rank < 0) return null
  return `neighbour ${rank + 1} is at ${computed.distances[rank]}, and at ${bySql.distances[rank]} by SQL`
}
