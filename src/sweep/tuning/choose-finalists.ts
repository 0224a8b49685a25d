// Who goes to the finals: of each kind and representation the fastest at each recall target.
import type { SearchSettings, VectorIndex } from '../../model/vectors/vector-index.js'
import type { IndexTrial } from './try-index.js'

export interface ChosenSettings {
  readonly index: VectorIndex
  readonly search: SearchSettings
  readonly target: number
}

/** By target, then in the order of building. */
export function chooseFinalists(
  standing: readonly IndexTrial[],
  targets: readonly number[],
): readonly ChosenSettings[] {
  const families = new Set(standing.map(familyOf))
  return targets.flatMap((target, position) =>
    [...families].flatMap((family) => {
      const best = bestAt(
        standing.filter((trial) => familyOf(trial) === family),
        position,
      )
      const tuned = best?.efforts.find((effort) => effort.target === target)
      return tuned === undefined ? [] : [{ index: tuned.point.index, search: tuned.point.search, target }]
    }),
  )
}

/** The cheapest at this target, by its position; null where none reaches it. */
export function bestAt(trials: readonly IndexTrial[], target: number): IndexTrial | null {
  const costOf = (trial: IndexTrial | null): number => trial?.costs[target] ?? Infinity
  return trials.reduce<IndexTrial | null>(
    (best, trial) => (costOf(trial) < costOf(best) ? trial : best),
    null,
  )
}

/** Those that compete for one place. */
export const familyOf = ({ candidate }: IndexTrial): string => `${candidate.kind} ${candidate.representation}`
