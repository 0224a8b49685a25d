// Every effort that was asked for, instead of a search: a grid.
import type { Point } from '../../model/vectors/vector-point.js'
import type { Tuned, Tuning } from './tune-effort.js'

export interface GivenEfforts extends Pick<Tuning, 'targets' | 'lowerBound' | 'measure'> {
  readonly efforts: readonly number[]
}

/** For each target the smallest of the efforts that clears it. Of no efforts nothing is known. */
export async function measureEfforts({
  efforts,
  targets,
  lowerBound,
  measure,
}: GivenEfforts): Promise<Tuned> {
  const measured: { effort: number; point: Point; bound: number }[] = []
  for (const effort of [...new Set(efforts)].sort((a, b) => a - b)) {
    const point = await measure(effort)
    const recalls = point.answers.map(({ recall }) => recall)
    measured.push({ effort, point, bound: point.voidBecause === null ? lowerBound(recalls) : -Infinity })
  }
  const furthest = measured.at(-1)
  return {
    points: measured.map(({ point }) => point),
    efforts:
      furthest === undefined
        ? []
        : targets.map((target) => {
            const enough = measured.find(({ bound }) => bound >= target)
            return { target, effort: enough?.effort ?? null, point: (enough ?? furthest).point }
          }),
  }
}
