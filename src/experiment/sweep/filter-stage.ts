// Searches under filters, held against the exact neighbours under the same filter.
import type { MeasuredFilters } from '../../sweep/filters/course.js'
import { passes } from '../../sweep/filters/filtered-rows.js'
import { measureFilters } from '../../sweep/filters/measure-filters.js'
import { exactNeighbours } from '../../vectors/exact/exact-neighbours.js'
import { rowsWhere } from '../../vectors/exact/row-filter.js'
import type { Contest } from './hold-contest.js'
import { hasIterativeScans } from './iterative-scans.js'
import { NO_INDEX } from './later-indexes.js'
import type { PreparedSearch } from './prepare-search.js'
import { deadlineOf, stagePorts, type Surroundings } from './surroundings.js'

/** Of each filter. */
const MOST_QUERIES = 50

export async function filterStage(
  { server, vectors, options, ports }: Surroundings,
  { table, truth }: PreparedSearch,
  contest: Contest,
  startNs: number,
): Promise<MeasuredFilters> {
  const { metric, k, searchLimitMs } = options
  const { matrix } = vectors
  const deadlineNs = deadlineOf('filters', startNs, options)
  const tuned = contest.followed
  if (tuned.length === 0) return { evidence: [], leftOut: [`filters: ${NO_INDEX}`] }
  ports.progress.phase('Measuring under filters')
  return measureFilters(
    table,
    tuned,
    matrix,
    truth.reporting,
    {
      k,
      limitMs: searchLimitMs,
      mostQueries: MOST_QUERIES,
      build: options.build,
      diskBytes: Math.max(0, options.diskBytes - standingBytes(contest)),
      deadlineNs,
      seed: options.vectors.seed,
      withIterativeScans: hasIterativeScans(server.facts.pgvector),
    },
    {
      ...stagePorts(ports),
      nearest: (rows, queries, count) => {
        const allowed = rows === null ? null : rowsWhere(matrix, (item) => passes(rows, item))
        return exactNeighbours(matrix, queries, count, metric, allowed, ports.signal)
      },
    },
  )
}

/** Of the indexes that were not dropped. */
function standingBytes({ chosen, followed, builds }: Contest): number {
  const standing = new Set([...chosen, ...followed].map(({ index }) => JSON.stringify(index)))
  return builds
    .filter(({ index }) => standing.has(JSON.stringify(index)))
    .reduce((sum, build) => sum + (build.builds[0]?.sizeBytes ?? 0), 0)
}
