// Indexes that stand side by side, which of them are the best of their family, and which may go where room is short.
import { bestAt, familiesOf } from './choose-finalists.js'
import type { ApproximateIndex } from '../indexes/index-operators.js'
import { rankTrials } from './successive-halving.js'
import type { IndexTrial } from './try-index.js'

/** The fastest at each target; where none reaches one, the one that comes nearest. */
export function bestAmong(
  family: readonly IndexTrial[],
  targets: readonly number[],
): ReadonlySet<IndexTrial> {
  const best = targets.flatMap((_, target) => bestAt(family, target) ?? [])
  return new Set(best.length > 0 ? best : rankTrials(family).slice(0, 1))
}

/**
 * What may go for the candidate's sake, in this order: first what stands for a rule alone. Where none of the candidate's kind
 * stands yet, then all but the best of each family: without the other kind there is no comparison.
 */
export function dispensable(
  standing: readonly IndexTrial[],
  candidate: ApproximateIndex,
  targets: readonly number[],
): readonly IndexTrial[] {
  const families = familiesOf(standing)
  const forRules = families.flatMap((own) => {
    const best = bestAmong(own, targets)
    return own.filter((trial) => !best.has(trial))
  })
  if (standing.some((trial) => trial.candidate.kind === candidate.kind)) return forRules
  const kept = new Set([...forRules, ...families.flatMap((own) => rankTrials(own).slice(0, 1))])
  return [...forRules, ...standing.filter((trial) => !kept.has(trial))]
}

/** On disk. */
export const bytesOf = (trials: readonly IndexTrial[]): number =>
  trials.reduce((sum, { build }) => sum + (build?.builds[0]?.sizeBytes ?? 0), 0)
