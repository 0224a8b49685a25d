// Every effort that was asked for, with every iterative scan, instead of a search: a grid.
import type { IterativeScan } from '../../model/vectors/vector-index.js'
import type { Point } from '../../model/vectors/vector-point.js'
import { medianLatency } from './median-latency.js'
import type { Tuned, TunedEffort, Tuning } from './tune-effort.js'

export interface GivenEfforts extends Pick<Tuning, 'targets' | 'lowerBound'> {
  readonly efforts: readonly number[]
  /** Without repetition; where they differ little the first is chosen. */
  readonly iterative: readonly IterativeScan[]
  readonly measure: (effort: number, iterative: IterativeScan) => Promise<Point>
}

interface Measured {
  readonly effort: number
  readonly iterative: IterativeScan
  readonly point: Point
  /** The recall that it certainly has. */
  readonly bound: number
}

/** A smaller difference of medians is noise. */
const CLOSE = 1.1

/** For each target the smallest of the efforts that clears it, with the scan named first, unless another one does with less. */
export async function measureEfforts({
  efforts,
  iterative,
  targets,
  lowerBound,
  measure,
}: GivenEfforts): Promise<Tuned> {
  const measured: Measured[] = []
  for (const effort of [...new Set(efforts)].sort((a, b) => a - b)) {
    for (const scan of new Set(iterative)) {
      const point = await measure(effort, scan)
      const recalls = point.answers.map(({ recall }) => recall)
      const bound = point.voidBecause === null ? lowerBound(recalls) : -Infinity
      measured.push({ effort, iterative: scan, point, bound })
    }
  }
  return {
    points: measured.map(({ point }) => point),
    efforts: targets.flatMap((target) => chooseAt(target, measured, iterative)),
  }
}

/** Of no efforts nothing is known. */
function chooseAt(
  target: number,
  measured: readonly Measured[],
  iterative: readonly IterativeScan[],
): TunedEffort[] {
  const furthest = measured.at(-1)
  if (furthest === undefined) return []
  const [first, ...others] = iterative.flatMap(
    (scan) => measured.find((one) => one.iterative === scan && one.bound >= target) ?? [],
  )
  if (first === undefined) return [{ target, effort: null, point: furthest.point }]
  const { effort, point } = others.reduce((best, other) => (isCheaper(other, best) ? other : best), first)
  return [{ target, effort, point }]
}

/** With as much effort the scans do the same until one goes on: what differs is noise. */
const isCheaper = (one: Measured, other: Measured): boolean =>
  one.effort < other.effort &&
  (medianLatency(one.point) ?? Infinity) * CLOSE < (medianLatency(other.point) ?? Infinity)
