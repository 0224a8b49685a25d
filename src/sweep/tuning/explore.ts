// From candidates to finalists: what is built and tuned, in which order, under a budget of time and disk. What may still win
// stays built, side by side with the others; what will not is dropped, and the reason told.
import type { IndexBuild, VectorIndex } from '../../model/vectors/vector-index.js'
import type { Point } from '../../model/vectors/vector-point.js'
import { estimateBytes, estimateMs, buildWork } from '../indexes/build-estimates.js'
import { dropIndexes } from '../indexes/build-index.js'
import { quantisedOf } from './candidates.js'
import { chooseFinalists, familyOf, type ChosenSettings } from './choose-finalists.js'
import { indexName } from '../indexes/index-name.js'
import type { ApproximateIndex } from '../indexes/index-operators.js'
import { findPlannerSwitch, type PlannerSwitch } from '../search/planner-switch.js'
import type { SearchedTable } from '../searched-table.js'
import { bestAmong, bytesOf, dispensable } from './standing-indexes.js'
import { rankTrials, successiveHalving } from './successive-halving.js'
import { tryIndex, type IndexTrial, type TryOptions, type TryPorts } from './try-index.js'

export interface ExploreOptions extends TryOptions {
  readonly candidates: readonly ApproximateIndex[]
  /** Of the table. */
  readonly rows: number
  /** Of the candidates: they stand to the end, whichever is faster. */
  readonly kept: readonly ApproximateIndex[]
  /** Look at halfvec and bit once the best of the candidates is known. */
  readonly quantise: boolean
  readonly budget: { readonly durationMs: number; readonly diskBytes: number }
}

export interface ExplorePorts extends TryPorts {
  /** The share of the time that is gone, and what is next. */
  readonly advance: (fraction: number, detail: string) => void
}

export interface Explored {
  readonly builds: readonly IndexBuild[]
  readonly dropped: readonly { readonly index: VectorIndex; readonly reason: string }[]
  /** Those on all rows. */
  readonly points: readonly Point[]
  readonly plannerSwitches: readonly PlannerSwitch[]
  /** The fastest of each kind and representation at each target that it reaches, and who stands in for it; their indexes stand. */
  readonly finalists: readonly ChosenSettings[]
  /** Of those to be kept the ones that could be built; their indexes stand. */
  readonly kept: readonly KeptIndex[]
}

export interface KeptIndex {
  readonly index: ApproximateIndex
  /** At the targets that it reaches. */
  readonly tuned: readonly ChosenSettings[]
}

/** Shares of the time by when each part has to be done; what one leaves is the next one's. */
const DONE_BY = { ivfflat: 0.28, hnsw: 0.78, quantised: 1 } as const
/** Of that, by when the trials on samples have to be. */
const SAMPLES_DONE_BY = 0.4
/** Every how many rows; a sample of fewer than LEAST_SAMPLE says little of all. */
const RUNGS = [16, 4, 1]
const LEAST_SAMPLE = 5000

export async function explore(
  table: SearchedTable,
  options: ExploreOptions,
  ports: ExplorePorts,
): Promise<Explored> {
  const startNs = ports.now()
  const course: Course = { startNs, table, options, ports, trials: [], standing: [], dropped: [] }
  const deadline = (share: number): number => startNs + options.budget.durationMs * 1e6 * share
  for (const kind of ['ivfflat', 'hnsw'] as const) {
    const candidates = options.candidates.filter((candidate) => candidate.kind === kind)
    // An IVFFlat build is quick, and its best number of lists depends on the rows.
    const rungs = kind === 'hnsw' && options.efforts === 'tuned' ? rungsFor(options.rows) : [1]
    await runGroup(course, candidates, rungs, deadline(DONE_BY[kind]))
  }
  if (options.quantise) {
    const smaller = bestOfKinds(course).flatMap((best) => quantisedOf(best, table.dimensions))
    await runGroup(course, smaller, [1], deadline(DONE_BY.quantised))
  }
  return conclude(course)
}

/** What has happened so far. */
interface Course {
  readonly startNs: number
  readonly table: SearchedTable
  readonly options: ExploreOptions
  readonly ports: ExplorePorts
  readonly trials: IndexTrial[]
  /** Trials on all rows whose indexes stand. */
  standing: readonly IndexTrial[]
  readonly dropped: { index: VectorIndex; reason: string }[]
}

async function runGroup(
  course: Course,
  candidates: readonly ApproximateIndex[],
  rungs: readonly number[],
  deadlineNs: number,
): Promise<void> {
  const { ports, options } = course
  const startNs = ports.now()
  const samplesDoneNs = startNs + (deadlineNs - startNs) * SAMPLES_DONE_BY
  const leftMs = (everyNth: number): number =>
    ((everyNth === 1 ? deadlineNs : samplesDoneNs) - ports.now()) / 1e6
  const { dropped } = await successiveHalving<ApproximateIndex, IndexTrial>({
    candidates,
    rungs,
    alsoOnAll: (best) => hardestInTime(course, candidates, best, leftMs(1)),
    refuse: (candidate, everyNth, isNeeded) =>
      refusal(course, candidate, everyNth, leftMs(everyNth), isNeeded),
    run: async (candidate, everyNth) => {
      const rows = everyNth === 1 ? '' : `, one row in ${everyNth}`
      ports.advance(elapsedShare(course), `${indexName(course.table.table, candidate, 1)}${rows}`)
      if (everyNth === 1) await makeRoom(course, candidate)
      const limitMs = Math.min(options.limits.limitMs, leftMs(everyNth))
      const limits = { ...options.limits, limitMs }
      const trial = await tryIndex(course.table, candidate, everyNth, { ...options, limits }, ports)
      course.trials.push(trial)
      if (everyNth === 1 && trial.failure === null) await stand(course, trial)
      return trial
    },
  })
  for (const { candidate, reason } of dropped) course.dropped.push({ index: candidate, reason })
}

/** Of the time that is left: samples tell the time of all rows roughly, and what does not end in time was for nothing. */
const SHARE_FOR_HARDEST = 0.8

/**
 * The graph that takes most work to build, of those that there is time and room for beside the best on samples. Samples flatter small graphs: what a
 * graph has to be for a high recall grows with the rows, and one that is too small reaches it at no effort.
 */
function hardestInTime(
  course: Course,
  candidates: readonly ApproximateIndex[],
  best: ApproximateIndex,
  leftMs: number,
): ApproximateIndex | null {
  const { trials } = course
  const failed = new Set(trials.filter(({ failure }) => failure !== null).map(({ candidate }) => candidate))
  const leftForIt = leftMs * SHARE_FOR_HARDEST - (estimateMs(best, 1, trials) ?? 0)
  const inTime = candidates
    .filter((candidate) => !failed.has(candidate) && buildWork(candidate) > buildWork(best))
    .filter((candidate) => refusal(course, candidate, 1, leftForIt, false) === null)
  return inTime.toSorted((a, b) => buildWork(b) - buildWork(a))[0] ?? null
}

/** `isNeeded`: else there would be none of its kind. It is tried while there is any time. */
function refusal(
  course: Course,
  candidate: ApproximateIndex,
  everyNth: number,
  leftMs: number,
  isNeeded: boolean,
): string | null {
  const { table, options, trials, standing } = course
  if (leftMs <= 0) return 'no time was left for it'
  const expectedMs = estimateMs(candidate, everyNth, trials)
  if (!isNeeded && expectedMs !== null && expectedMs > leftMs) {
    return `it would have taken about ${minutes(expectedMs)}, and ${minutes(leftMs)} were left`
  }
  const bytes = estimateBytes(candidate, options.rows / everyNth, table.dimensions)
  const spare = new Set(dispensable(standing, candidate, options.targets))
  const room = options.budget.diskBytes - bytesOf(standing.filter((trial) => !spare.has(trial)))
  if (bytes <= room) return null
  return `it would have taken about ${megabytes(bytes)}, and ${megabytes(Math.max(0, room))} of disk were left`
}

/** Drops what may go, one after the other, until the candidate has its room. */
async function makeRoom(course: Course, candidate: ApproximateIndex): Promise<void> {
  const { table, options } = course
  const bytes = estimateBytes(candidate, options.rows, table.dimensions)
  for (const trial of dispensable(course.standing, candidate, options.targets)) {
    if (bytesOf(course.standing) + bytes <= options.budget.diskBytes) return
    await dropTrial(course, trial, `its room was needed for ${indexName(table.table, candidate, 1)}`)
    course.standing = course.standing.filter((other) => other !== trial)
  }
}

/** Lets the new one stand, and drops those that are no more the best of their kind at any target. */
async function stand(course: Course, trial: IndexTrial): Promise<void> {
  const family = familyOf(trial)
  const [own, others] = split([...course.standing, trial], (other) => familyOf(other) === family)
  const best = bestAmong(own, course.options.targets)
  const [kept, beaten] = split(own, (other) => best.has(other) || isKept(course, other))
  for (const one of beaten) await dropTrial(course, one, 'another of its kind was faster at every target')
  course.standing = [...others, ...kept]
}

async function dropTrial(
  { table, dropped }: Course,
  { candidate }: IndexTrial,
  reason: string,
): Promise<void> {
  await dropIndexes(table, [indexName(table.table, candidate, 1)])
  dropped.push({ index: candidate, reason })
}

async function conclude(course: Course): Promise<Explored> {
  const { table, options, ports, trials, standing, dropped } = course
  const whole = trials.filter(({ everyNth }) => everyNth === 1)
  const { vectors } = await ports.truth(1)
  const [vector] = vectors
  const plannerSwitches: PlannerSwitch[] = []
  for (const { candidate } of standing) {
    if (vector === undefined) break
    const request = { k: options.k, vector, limitMs: options.searchLimitMs }
    plannerSwitches.push(await findPlannerSwitch(table, candidate, request))
  }
  return {
    builds: whole.flatMap(({ build }) => (build === null ? [] : [build])),
    dropped,
    points: whole.flatMap(({ points }) => points),
    plannerSwitches,
    finalists: chooseFinalists(standing, options.targets, options.seed),
    kept: standing.filter((trial) => isKept(course, trial)).map(keptOf),
  }
}

const isKept = ({ options }: Pick<Course, 'options'>, { candidate }: IndexTrial): boolean =>
  options.kept.includes(candidate)

const keptOf = ({ candidate, efforts }: IndexTrial): KeptIndex => ({
  index: candidate,
  tuned: efforts.flatMap(({ target, effort, point }) =>
    effort === null ? [] : [{ index: candidate, search: point.search, target }],
  ),
})

/** Of whole vectors, at the highest target that is reached. */
function bestOfKinds({ standing }: Course): readonly ApproximateIndex[] {
  return (['ivfflat', 'hnsw'] as const).flatMap((kind) => {
    const [best] = rankTrials(standing.filter(({ candidate }) => candidate.kind === kind))
    return best === undefined ? [] : [best.candidate]
  })
}

const elapsedShare = ({ startNs, options, ports }: Course): number =>
  Math.min(1, (ports.now() - startNs) / 1e6 / options.budget.durationMs)

const rungsFor = (rows: number): readonly number[] =>
  RUNGS.filter((everyNth) => everyNth === 1 || rows / everyNth >= LEAST_SAMPLE)

function split<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))]
}

const minutes = (ms: number): string =>
  ms < 60_000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`

const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`
