// Plans that lose recall and save nothing: what the planner took for a filter, held against every other strategy that was
// measured for the same filter and the same queries.
import { bootstrapMean } from '../../model/vectors/bootstrap-mean.js'
import type { FilterEvidence, Harm } from '../../model/vectors/filter-evidence.js'
import { bestOutcome, briefly, LEAST_LOSS } from './best-outcome.js'
import { filterOutcomes, type FilterOutcome } from './filter-outcome.js'
import { harmText } from './harm-text.js'

/** No slower: within a tenth, and the 0.2 ms by which round trips to one machine differ anyway. */
const SAME_RATIO = 1.1
const SAME_MS = 0.2
/** An answer of which most is missing saves nothing by being early: then the time per row found counts, within reason. */
const MOSTLY_LOST = 0.5
const MOST_TIMES = 25

/** One for each filter, index and plan mode that has one: the planner's choice against the best of the others. */
export function findHarm(filters: readonly FilterEvidence[], seed: number): readonly Harm[] {
  const outcomes = filterOutcomes(filters)
  return outcomes
    .filter(({ evidence }) => evidence.strategy === 'planner’s choice')
    .flatMap((lost) => {
      const better = bestOutcome(outcomes.filter((other) => isBetter(other, lost, seed)))
      return better === undefined ? [] : [harmOf(lost, better)]
    })
}

function isBetter(other: FilterOutcome, lost: FilterOutcome, seed: number): boolean {
  if (other.evidence.filter.name !== lost.evidence.filter.name || !savesNothing(lost, other)) return false
  const gains = pairedGains(other.evidence, lost.evidence)
  return gains.length > 0 && bootstrapMean(gains, seed).low >= LEAST_LOSS
}

/** The lost one, next to another that finds more. */
function savesNothing(
  lost: Pick<FilterOutcome, 'recall' | 'medianMs'>,
  other: Pick<FilterOutcome, 'recall' | 'medianMs'>,
): boolean {
  if (other.medianMs <= lost.medianMs * SAME_RATIO + SAME_MS) return true
  const isWorthIt = other.medianMs * lost.recall <= lost.medianMs * other.recall
  return lost.recall < MOSTLY_LOST && isWorthIt && other.medianMs <= lost.medianMs * MOST_TIMES
}

/** By query: recall of the one above that of the other. */
function pairedGains(other: FilterEvidence, lost: FilterEvidence): readonly number[] {
  const found = new Map(lost.answers.map(({ query, recall }) => [query, recall]))
  return other.answers.flatMap(({ query, recall }) => {
    const before = found.get(query)
    return before === undefined ? [] : [recall - before]
  })
}

function harmOf(lost: FilterOutcome, better: FilterOutcome): Harm {
  const { filter, planMode } = lost.evidence
  return { filter, planMode, lost: briefly(lost), better: briefly(better), text: harmText(lost, better) }
}
