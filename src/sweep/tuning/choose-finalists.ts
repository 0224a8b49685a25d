// Who goes to the finals: of each kind and representation the fastest at each recall target, and who stands in for it.
import { bootstrapMean } from '../../model/vectors/bootstrap-mean.js'
import type { SearchSettings, VectorIndex } from '../../model/vectors/vector-index.js'
import type { Point } from '../../model/vectors/vector-point.js'
import type { IndexTrial } from './try-index.js'

export interface ChosenSettings {
  readonly index: VectorIndex
  readonly search: SearchSettings
  readonly target: number
}

/**
 * By target, then in the order of building. Settings that just clear a target on the tuning queries miss it on others now and
 * then, and tuning times one index after the other: so the same index enters with some effort to spare, too, and so does the
 * second of its family.
 */
export function chooseFinalists(
  standing: readonly IndexTrial[],
  targets: readonly number[],
  seed: number,
): readonly ChosenSettings[] {
  return targets.flatMap((target, position) =>
    familiesOf(standing).flatMap((family) => {
      const [best, second] = rankedAt(family, position)
      const points = [tunedTo(target, best), withEffortToSpare(target, best, seed), tunedTo(target, second)]
      return points.flatMap((point) =>
        point === undefined ? [] : [{ index: point.index, search: point.search, target }],
      )
    }),
  )
}

/** The cheapest at this target, by its position; null where none reaches it. */
export const bestAt = (trials: readonly IndexTrial[], target: number): IndexTrial | null =>
  rankedAt(trials, target)[0] ?? null

/** Those that reach this target, by its position, the cheapest first. */
function rankedAt(trials: readonly IndexTrial[], target: number): readonly IndexTrial[] {
  const costOf = (trial: IndexTrial): number => trial.costs[target] ?? Infinity
  return trials.filter((trial) => costOf(trial) < Infinity).toSorted((a, b) => costOf(a) - costOf(b))
}

const tunedTo = (target: number, trial: IndexTrial | undefined): Point | undefined =>
  trial?.efforts.find((effort) => effort.target === target)?.point

/** The least that was measured whose recall clears the target twice, with the iterative scan that was chosen. */
function withEffortToSpare(target: number, trial: IndexTrial | undefined, seed: number): Point | undefined {
  const tuned = tunedTo(target, trial)
  const effortOf = ({ search }: Point): number => search.effort ?? 0
  return trial?.points
    .toSorted((a, b) => effortOf(a) - effortOf(b))
    .find((point) => point.search.iterative === tuned?.search.iterative && clearsTwice(point, target, seed))
}

/**
 * By another half of its interval. On as many other queries the lower bound then clears the target, too, eleven times in
 * twelve; of settings that just clear it, every other time.
 */
function clearsTwice({ voidBecause, answers }: Point, target: number, seed: number): boolean {
  if (voidBecause !== null || answers.length === 0) return false
  const { mean, low } = bootstrapMean(
    answers.map(({ recall }) => recall),
    seed,
  )
  return low - (mean - low) >= target
}

export const familiesOf = (trials: readonly IndexTrial[]): readonly (readonly IndexTrial[])[] =>
  [...new Set(trials.map(familyOf))].map((family) => trials.filter((trial) => familyOf(trial) === family))

/** Those that compete for one place. */
export const familyOf = ({ candidate }: IndexTrial): string => `${candidate.kind} ${candidate.representation}`
