// Which of several ways to search under one filter is the best of them.
import type { FilterSide } from '../../model/vectors/filter-evidence.js'
import type { FilterOutcome } from './filter-outcome.js'

/**
 * Recall that matters (of a harm the lower bound of the paired differences): half a row of ten. Recall targets lie as far
 * apart, so that less may be what somebody chose.
 */
export const LEAST_LOSS = 0.05

/** The fastest of those that find about as much as the one that finds most; undefined of none. */
export function bestOutcome(outcomes: readonly FilterOutcome[]): FilterOutcome | undefined {
  const most = Math.max(...outcomes.map(({ recall }) => recall))
  return outcomes
    .filter(({ recall }) => recall >= most - LEAST_LOSS)
    .toSorted((a, b) => a.medianMs - b.medianMs)[0]
}

export const briefly = ({
  evidence: { strategy, index, plan },
  recall,
  medianMs,
}: FilterOutcome): FilterSide => ({ strategy, index, planIndex: plan.index, recall, medianMs })
