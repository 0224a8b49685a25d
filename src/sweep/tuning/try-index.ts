// One candidate, built and tuned to the recall targets, on a sample of the rows or on all.
import { bootstrapMean } from '../../model/vectors/bootstrap-mean.js'
import { ITERATIVE_SCANS, type IndexBuild, type IterativeScan } from '../../model/vectors/vector-index.js'
import type { Point } from '../../model/vectors/vector-point.js'
import { buildIndex, dropIndexes, type BuildLimits } from '../indexes/build-index.js'
import { effortRange } from './effort-range.js'
import { indexName } from '../indexes/index-name.js'
import type { ApproximateIndex } from '../indexes/index-operators.js'
import { measurePoint } from '../search/measure-point.js'
import { measureEfforts } from './measure-efforts.js'
import { medianLatency } from './median-latency.js'
import { searchFor } from '../search/search-settings.js'
import type { QuerySet, SearchedTable } from '../searched-table.js'
import type { Trial } from './successive-halving.js'
import { tuneEffort, type Tuned, type TunedEffort } from './tune-effort.js'

export interface TryOptions {
  readonly k: number
  readonly targets: readonly number[]
  readonly limits: BuildLimits
  readonly searchLimitMs: number
  readonly seed: number
  /** tuned: bisection to the targets; else these, all of them. */
  readonly efforts: 'tuned' | AskedEfforts
}

/** All combinations that the kind of index has. */
export interface AskedEfforts {
  readonly probes: readonly number[]
  readonly efSearch: readonly number[]
  readonly iterative: readonly IterativeScan[]
}

export interface TryPorts {
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
  /** The tuning queries with the exact neighbours among rows whose id is a multiple; 1 for all rows. */
  readonly truth: (everyNth: number) => Promise<QuerySet>
}

export interface IndexTrial extends Trial<ApproximateIndex> {
  readonly durationMs: number
  /** Null where building failed. */
  readonly build: IndexBuild | null
  readonly efforts: readonly TunedEffort[]
  readonly points: readonly Point[]
}

/** An index on all rows is left standing, unless no plan shows it; one on a sample is dropped. */
export async function tryIndex(
  table: SearchedTable,
  candidate: ApproximateIndex,
  everyNth: number,
  options: TryOptions,
  ports: TryPorts,
): Promise<IndexTrial> {
  const queries = await ports.truth(everyNth)
  const startNs = ports.now()
  const outcome = await buildIndex(table, candidate, options.limits, ports, everyNth)
  const elapsedMs = (): number => (ports.now() - startNs) / 1e6
  if (outcome.state === 'failed') {
    const nothing = { costs: options.targets.map(() => null), highestRecall: 0, efforts: [], points: [] }
    const { reason, durationMs } = outcome
    return { candidate, everyNth, ...nothing, failure: reason, durationMs, build: null }
  }
  const tuned = await tune(table, candidate, everyNth, options, queries)
  const failure = tuned.points.every(isVoid) ? (tuned.points[0]?.voidBecause ?? 'nothing was measured') : null
  if (everyNth > 1 || failure !== null)
    await dropIndexes(table, [indexName(table.table, candidate, everyNth)])
  return {
    candidate,
    everyNth,
    costs: options.targets.map((target) => costAt(tuned, target)),
    highestRecall: Math.max(0, ...tuned.points.filter((point) => !isVoid(point)).map(meanRecall)),
    failure,
    durationMs: elapsedMs(),
    build: outcome.build,
    ...tuned,
  }
}

function tune(
  table: SearchedTable,
  index: ApproximateIndex,
  everyNth: number,
  { k, targets, efforts, seed, searchLimitMs }: TryOptions,
  queries: QuerySet,
): Promise<Tuned> {
  const tuning = {
    targets,
    lowerBound: (recalls: readonly number[]) => bootstrapMean(recalls, seed).low,
    measure: (effort: number, iterative: IterativeScan = 'off') =>
      measurePoint(
        table,
        { index, search: searchFor(index, effort, k, iterative), k, everyNth, limitMs: searchLimitMs },
        queries,
      ),
  }
  const range = effortRange(index, k)
  if (efforts === 'tuned') return tuneEffort({ ...tuning, ...range })
  const asked = index.kind === 'ivfflat' ? efforts.probes : efforts.efSearch
  return measureEfforts({
    ...tuning,
    efforts: asked.filter((effort) => effort <= range.most),
    iterative: efforts.iterative.filter((mode) => ITERATIVE_SCANS[index.kind].includes(mode)),
  })
}

function costAt({ efforts }: Tuned, target: number): number | null {
  const reached = efforts.find((tuned) => tuned.target === target)
  return reached === undefined || reached.effort === null ? null : medianLatency(reached.point)
}

const isVoid = ({ voidBecause }: Point): boolean => voidBecause !== null

const meanRecall = ({ answers }: Point): number =>
  answers.reduce((sum, { recall }) => sum + recall, 0) / Math.max(1, answers.length)
