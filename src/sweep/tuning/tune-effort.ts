// The smallest effort (probes, ef_search) with which an index reaches each recall target. Recall grows with effort, so it
// can be bisected; what one target measured serves the next.
import type { Point } from '../../model/vectors/vector-point.js'

export interface Tuning {
  /** The smallest and the largest effort that make sense, and where to look first. */
  readonly least: number
  readonly start: number
  readonly most: number
  readonly targets: readonly number[]
  /** Of the mean recall: it has to clear the target, not the mean itself. */
  readonly lowerBound: (recalls: readonly number[]) => number
  readonly measure: (effort: number) => Promise<Point>
}

export interface TunedEffort {
  readonly target: number
  /** Null where no effort reaches the target. */
  readonly effort: number | null
  /** At that effort; where there is none, at the largest that was tried. */
  readonly point: Point
}

export interface Tuned {
  readonly efforts: readonly TunedEffort[]
  /** Every point measured, by effort. */
  readonly points: readonly Point[]
}

interface Measured {
  readonly point: Point
  /** The recall that it certainly has. */
  readonly bound: number
}

/** Efforts that differ by no more cost the same: up to 50 the smallest is found, beyond that one within 2 % of it. */
const ALIKE = 0.02

/** A void point ends it: no effort brings a plan back. */
export async function tuneEffort(tuning: Tuning): Promise<Tuned> {
  const measured = new Map<number, Measured>()
  const measure = async (effort: number): Promise<Measured> => {
    const known = measured.get(effort)
    if (known !== undefined) return known
    const point = await tuning.measure(effort)
    const recalls = point.answers.map(({ recall }) => recall)
    const bound = point.voidBecause === null ? tuning.lowerBound(recalls) : -Infinity
    measured.set(effort, { point, bound })
    return { point, bound }
  }
  const efforts: TunedEffort[] = []
  for (const target of [...tuning.targets].sort((a, b) => a - b)) {
    efforts.push(await reach(target, tuning, measured, measure))
  }
  const points = [...measured].sort(([a], [b]) => a - b).map(([, { point }]) => point)
  return { efforts, points }
}

async function reach(
  target: number,
  { least, start, most }: Tuning,
  measured: ReadonlyMap<number, Measured>,
  measure: (effort: number) => Promise<Measured>,
): Promise<TunedEffort> {
  const clears = (effort: number): boolean => (measured.get(effort)?.bound ?? -Infinity) >= target
  const known = [...measured.keys()].sort((a, b) => a - b)
  let enough = known.find(clears)
  let tooLittle = known.findLast((effort) => !clears(effort) && effort < (enough ?? Infinity)) ?? least - 1
  while (enough === undefined) {
    const effort = nextUp(tooLittle, { least, start, most })
    const { point, bound } = await measure(effort)
    if (bound >= target) enough = effort
    else if (effort >= most || point.voidBecause !== null) return { target, effort: null, point }
    else tooLittle = effort
  }
  while (enough - tooLittle > Math.max(1, ALIKE * enough)) {
    const middle = between(tooLittle, enough)
    if ((await measure(middle)).bound >= target) enough = middle
    else tooLittle = middle
  }
  return { target, effort: enough, point: (await measure(enough)).point }
}

/** Upwards by doubling, never past the most. */
const nextUp = (
  tooLittle: number,
  { least, start, most }: Pick<Tuning, 'least' | 'start' | 'most'>,
): number => Math.min(most, tooLittle < least ? Math.max(least, start) : tooLittle * 2)

/** The geometric middle: recall is nearly linear in the logarithm of the effort. */
const between = (low: number, high: number): number =>
  Math.min(high - 1, Math.max(low + 1, Math.round(Math.sqrt(Math.max(1, low) * high))))
