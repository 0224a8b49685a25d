// A point of the sweep: one index with one search setting, every other index hidden. With the sequential scan discouraged
// it is measured; left alone the planner is only asked. A point whose plan does not show its index is void, not fast.
import { at } from '../../model/at.js'
import type { SearchSettings, VectorIndex } from '../../model/vectors/vector-index.js'
import type { Point, PointPlan } from '../../model/vectors/vector-point.js'
import { indexName } from '../indexes/index-name.js'
import { measureSearch, planSearch, type Search } from './measure-search.js'
import { withScanned } from './rows-scanned.js'
import { sampleFilter } from './sample-of-rows.js'
import type { QuerySet, SearchedTable } from '../searched-table.js'
import { nullIfCutOff } from './statement-limit.js'

export interface PointRequest {
  readonly index: VectorIndex
  readonly search: SearchSettings
  readonly k: number
  /** Searches only rows whose id is a multiple, in the index that holds those alone; 1 for the whole table. */
  readonly everyNth: number
  readonly limitMs: number
}

export async function measurePoint(
  table: SearchedTable,
  request: PointRequest,
  queries: QuerySet,
): Promise<Point> {
  const forced = pointSearch(table, request, 'forced')
  const found = await measureSearch(table, forced, queries)
  const { answers, latenciesMs, failure } = found
  const vector = at(queries.vectors, 0)
  const plan = found.plan === null ? null : await withScanned(table, forced, vector, found.plan)
  const natural = await naturalPlan(table, request, vector, plan)
  const { index, search, k } = request
  return {
    index,
    search,
    k,
    queries: queries.set,
    forced: plan ?? NO_PLAN,
    natural,
    voidBecause: failure ?? (plan === null ? null : wrongPlan(forced, plan)),
    answers,
    latenciesMs,
  }
}

/** The search of a point. Forced: so that the index is used where it can be; natural: as the planner likes. */
export function pointSearch(
  table: SearchedTable,
  { index, search, k, everyNth, limitMs }: PointRequest,
  plans: 'forced' | 'natural',
): Search {
  const exact = index.kind === 'exact'
  return {
    index,
    search,
    k,
    filter: sampleFilter(everyNth),
    planMode: 'custom',
    visible: exact ? [] : [indexName(table.table, index, everyNth)],
    // For the exact scan there is nothing to force: all indexes are hidden.
    settings: plans === 'natural' || exact ? {} : { enable_seqscan: 'off' },
    limitMs,
  }
}

/** The plan of a search that did not come to an end. */
export const NO_PLAN: PointPlan = {
  index: null,
  node: 'none',
  rowsVisited: 0,
  rowsScanned: null,
  sharedBlocks: 0,
}

/** Executed only where it is another plan than the one measured: that may be a scan of everything, and be cut off. */
async function naturalPlan(
  table: SearchedTable,
  request: PointRequest,
  vector: Float32Array,
  measured: PointPlan | null,
): Promise<PointPlan> {
  const search = pointSearch(table, request, 'natural')
  const planned = await planSearch(table, search, vector, false)
  if (measured === null) return planned
  if (planned.index === measured.index && planned.node === measured.node) return measured
  return (await nullIfCutOff(() => planSearch(table, search, vector, true))) ?? planned
}

function wrongPlan({ visible: [wanted] }: Search, { index, node }: PointPlan): string | null {
  if (index === (wanted ?? null)) return null
  const shown = index === null ? node : `${node} on ${index}`
  return `the plan does not show ${wanted === undefined ? 'an exact scan' : `the index ${wanted}`}, but ${shown}`
}
