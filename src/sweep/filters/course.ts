// What has been measured of the filters so far, and what was not and why. Truth is found once for each filter and queries.
import { at } from '../../model/at.js'
import type { FilterEvidence } from '../../model/vectors/filter-evidence.js'
import type { Neighbours } from '../../model/vectors/neighbours.js'
import type { BuildLimits } from '../indexes/build-index.js'
import { checkTruth } from '../search/check-truth.js'
import type { QuerySet } from '../searched-table.js'
import type { TruthRequest } from '../search/truth-by-sql.js'
import { measureAttempt, type Attempt } from './attempt.js'
import type { ChosenCase } from './choose-cases.js'
import { conditionOf, type FilteredRows } from './filtered-rows.js'
import { policySettings } from './tenant-policy.js'

export interface FilterOptions {
  readonly k: number
  /** Of one search. */
  readonly limitMs: number
  /** Of each filter. */
  readonly mostQueries: number
  /** Of partial indexes, and of those on partitions. */
  readonly limits: BuildLimits
  /** pgvector has them from 0.8 on. */
  readonly withIterativeScans: boolean
  /** Room for partitions. */
  readonly diskBytes: number
  /** On the clock of the ports: nothing is begun after it. */
  readonly deadlineNs: number
}

export interface FilterPorts {
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
  readonly advance: (fraction: number, detail: string) => void
  /** The exact neighbours of these vectors among the rows that pass, so many of each; null for all rows. */
  readonly nearest: (
    rows: FilteredRows | null,
    vectors: readonly Float32Array[],
    count: number,
  ) => Promise<readonly Neighbours[]>
}

export interface MeasuredFilters {
  readonly evidence: readonly FilterEvidence[]
  /** In words: what there was no data, time or room for. */
  readonly leftOut: readonly string[]
}

export interface Course extends MeasuredFilters {
  readonly options: FilterOptions
  readonly ports: FilterPorts
  readonly held: Pick<QuerySet, 'set' | 'vectors'>
  readonly evidence: FilterEvidence[]
  readonly leftOut: string[]
  /** About how many attempts there will be. */
  readonly expected: number
  /** By the filter's rows and queries, and how it is put. */
  readonly truths: Map<string, readonly Neighbours[]>
}

/** Measures the attempt, or says that there was no time. */
export async function tryOut(course: Course, chosen: ChosenCase, attempt: Attempt): Promise<void> {
  const { options, ports, held } = course
  const tried = course.evidence.length + course.leftOut.length
  ports.advance(Math.min(1, tried / course.expected), `${chosen.filter.name}: ${attempt.strategy}`)
  if (isLate(course)) {
    const late = `${chosen.filter.name}: no time was left for every strategy`
    if (!course.leftOut.includes(late)) course.leftOut.push(late)
    return
  }
  const vectors = chosen.queries.map((query) => at(held.vectors, query))
  const truth = await truthOf(course, chosen, attempt, vectors)
  course.evidence.push(await measureAttempt(attempt, chosen, { set: held.set, vectors, truth }, options))
}

/** No build may take longer than there is time. */
export function limitsNow({ options: { limits, deadlineNs }, ports }: Course): BuildLimits {
  const leftMs = (deadlineNs - ports.now()) / 1e6
  return { ...limits, limitMs: Math.max(1, Math.min(limits.limitMs, leftMs)) }
}

export const isLate = ({ options, ports }: Course): boolean => ports.now() > options.deadlineNs

/** Found beside the server, once for each filter; of one query SQL is asked too, under the same condition or policy. */
async function truthOf(
  { truths, options: { k }, ports }: Course,
  { filter, rows, queries }: ChosenCase,
  { table, index: { metric } }: Attempt,
  vectors: readonly Float32Array[],
): Promise<readonly Neighbours[]> {
  const key = JSON.stringify([filter.by, rows, queries])
  const known = truths.get(key)
  if (known !== undefined) return known
  const truth = await ports.nearest(rows, vectors, k)
  const passing = filter.by === 'where' ? { filter: conditionOf(rows), settings: {} } : policed(rows)
  await checkTruth(table, { metric, k, ...passing, vectors: vectors.slice(0, 1) }, truth, filter.name)
  truths.set(key, truth)
  return truth
}

const policed = (rows: FilteredRows): Pick<TruthRequest, 'filter' | 'settings'> => ({
  filter: null,
  settings: policySettings(rows),
})
