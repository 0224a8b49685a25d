// Every point of a sweep with its recall, latency and place on the front: those met while tuning, and the finalists.
import type { Finalist, SweepEvidence } from '../../model/vectors/sweep-evidence.js'
import type { SweptPoint } from '../../model/vectors/sweep-result.js'
import type { Point } from '../../model/vectors/vector-point.js'
import { paretoFront } from './pareto-front.js'
import { summariseSearch } from './summarise-search.js'

/** Finalists first. Recall on tuning queries flatters what was chosen by them: the two sets have a front each. */
export function summarisePoints({ finalists, points, run }: SweepEvidence): readonly SweptPoint[] {
  const reported = finalists.map((finalist) =>
    summarise(finalist.point, latenciesOf(finalist), finalist.target, run.seed),
  )
  const tuned = points.map((point) => summarise(point, point.latenciesMs, null, run.seed))
  return [...markFront(reported), ...markFront(tuned)]
}

/** Of the rounds, in which finalists took turns; without any, those of the point. */
export const latenciesOf = ({ point, roundsMs }: Finalist): readonly number[] =>
  roundsMs.length === 0 ? point.latenciesMs : roundsMs.flat()

function summarise(
  { index, search, queries, forced, natural, voidBecause, answers }: Point,
  latenciesMs: readonly number[],
  target: number | null,
  seed: number,
): SweptPoint {
  const front = { p95: false, median: false }
  const summary = summariseSearch(answers, latenciesMs, seed)
  return { index, search, queries, ...summary, forced, natural, voidBecause, front, target }
}

function markFront(points: readonly SweptPoint[]): readonly SweptPoint[] {
  const p95 = frontBy(points, ({ p95Ms }) => p95Ms)
  const median = frontBy(points, ({ medianMs }) => medianMs)
  return points.map((point) => ({ ...point, front: { p95: p95.has(point), median: median.has(point) } }))
}

/** A point that is void, or was not measured, is on no front and beats nobody. */
function frontBy(
  points: readonly SweptPoint[],
  timeOf: (point: SweptPoint) => number | null,
): ReadonlySet<SweptPoint> {
  const counted = points.flatMap((point) => {
    const ms = timeOf(point)
    return point.voidBecause !== null || point.recall === null || ms === null
      ? []
      : [{ point, recall: point.recall.mean, ms }]
  })
  const isOnFront = paretoFront(counted)
  return new Set(counted.filter((_, position) => isOnFront[position] === true).map(({ point }) => point))
}
