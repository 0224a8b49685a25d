// How many rows the life of the indexes has: as many as there is time for to the last event, of all the indexes.
import type { IndexBuild } from '../../model/vectors/vector-index.js'

/** A life is told by shares: more rows take longer and tell the same. */
const MOST_ROWS = 30_000
/** Built on a tenth of fewer, an index is none that anybody would have. */
const LEAST_ROWS = 5000
/**
 * What a row costs in the course of a life, in times what it costs one process to build the index. Of HNSW: it comes alone,
 * through the pages of the index (3 times in results/sweeps/100k, 5 with fewer rows); VACUUM mends the links of nearly every row
 * that stays (1 to 2 times); REINDEX builds it once more. IVFFlat takes less, and is quick.
 */
const TIMES_ITS_BUILD = 6
/** The rest is for the searches and the truth at the checkpoints. */
const SHARE_FOR_EVENTS = 0.75

/** Every how many rows take part. `leftMs`: for all the lives together; `builds`: of the indexes, on all rows. */
export function everyNthForLife(rows: number, leftMs: number, builds: readonly IndexBuild[]): number {
  const rowMs = builds.reduce((sum, build) => sum + TIMES_ITS_BUILD * buildMsOfRow(build), 0)
  const affordable = rowMs === 0 ? MOST_ROWS : (leftMs * SHARE_FOR_EVENTS) / rowMs
  const wanted = Math.max(1, Math.min(MOST_ROWS, affordable))
  // Whole numbers leave gaps: rather too many rows than fewer than the least.
  return Math.max(1, Math.min(Math.ceil(rows / wanted), Math.floor(rows / LEAST_ROWS)))
}

/** With one process, milliseconds: the leader of a parallel build works too. */
const buildMsOfRow = ({ builds, rowsAtBuild, parallelWorkers }: IndexBuild): number =>
  (Math.max(0, ...builds.map(({ durationMs }) => durationMs)) * (1 + parallelWorkers)) /
  Math.max(1, rowsAtBuild)
