// What measuring under filters needs everywhere, what has been measured so far, and what was not and why.
import type { FilterEvidence } from '../../model/vectors/filter-evidence.js'
import type { Neighbours } from '../../model/vectors/neighbours.js'
import type { BuildLimits } from '../indexes/build-index.js'
import type { QuerySet, SearchedTable } from '../searched-table.js'
import type { TunedIndex } from '../tuned-index.js'
import type { FilteredRows } from './filtered-rows.js'

export interface FilterOptions {
  readonly k: number
  /** Of one search. */
  readonly limitMs: number
  /** Of each filter. */
  readonly mostQueries: number
  /** Of partial indexes, and of those on partitions. */
  readonly build: Omit<BuildLimits, 'limitMs'>
  /** pgvector has them from 0.8 on. */
  readonly withIterativeScans: boolean
  /** Room for partial indexes and partitions. */
  readonly diskBytes: number
  /** On the clock of the ports: nothing is begun after it but a first round of turns. */
  readonly deadlineNs: number
  /** Of the order of turns. */
  readonly seed: number
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
  readonly table: SearchedTable
  /** Each with the settings that are told of it without a filter. */
  readonly tuned: readonly TunedIndex[]
  readonly options: FilterOptions
  readonly ports: FilterPorts
  readonly held: Pick<QuerySet, 'set' | 'vectors'>
  readonly evidence: FilterEvidence[]
  readonly leftOut: string[]
}

export const isLate = ({ options, ports }: Course): boolean => ports.now() > options.deadlineNs

/** Nothing that is built for one tenant may take more of the time that is left. */
const BUILD_SHARE = 1 / 4

/** Null where no time is left. */
export function buildLimits(course: Course): BuildLimits | null {
  const { options, ports } = course
  if (isLate(course)) return null
  const leftMs = (options.deadlineNs - ports.now()) / 1e6
  return { ...options.build, limitMs: Math.max(1, Math.round(leftMs * BUILD_SHARE)) }
}

export function leaveOut({ leftOut }: Course, what: string): void {
  if (!leftOut.includes(what)) leftOut.push(what)
}
