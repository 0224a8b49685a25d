// Each filter in one line: the planner's choices, and the best of the other strategies. Partial indexes and partitions were
// measured for the same filter as the table's own indexes.
import type { FilterCase, FilterEvidence, Harm } from '../../model/vectors/filter-evidence.js'
import type { Cohort } from '../../model/vectors/sweep-result.js'
import { bestOutcome, briefly } from './best-outcome.js'
import { filterOutcomes, type FilterOutcome } from './filter-outcome.js'
import { indexKey } from './same-settings.js'

/** In the order in which they were measured. A filter of which nothing counts has none. */
export function summariseCohorts(
  filters: readonly FilterEvidence[],
  harms: readonly Harm[],
): readonly Cohort[] {
  const outcomes = filterOutcomes(filters)
  const byName = new Map(outcomes.map(({ evidence: { filter } }) => [filter.name, filter]))
  return [...byName].map(([name, filter]) =>
    cohortOf(
      filter,
      outcomes.filter(({ evidence }) => evidence.filter.name === name),
      harms,
    ),
  )
}

function cohortOf(filter: FilterCase, outcomes: readonly FilterOutcome[], harms: readonly Harm[]): Cohort {
  const chosen = outcomes.filter(isPlanners)
  const best = bestOutcome(outcomes.filter((outcome) => !isPlanners(outcome)))
  return {
    filter,
    chosen: chosen.map((outcome) => ({
      ...briefly(outcome),
      planMode: outcome.evidence.planMode,
      isHarm: harms.some((harm) => isOf(harm, outcome)),
    })),
    best: best === undefined ? null : briefly(best),
  }
}

const isPlanners = ({ evidence }: FilterOutcome): boolean => evidence.strategy === 'planner’s choice'

const isOf = ({ filter, planMode, lost }: Harm, { evidence }: FilterOutcome): boolean =>
  filter.name === evidence.filter.name &&
  planMode === evidence.planMode &&
  indexKey(lost.index) === indexKey(evidence.index)
