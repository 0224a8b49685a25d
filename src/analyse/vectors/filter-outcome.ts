// What an attempt at a filter came to, in two numbers.
import type { FilterEvidence } from '../../model/vectors/filter-evidence.js'
import { median } from '../statistics/median.js'

export interface FilterOutcome {
  readonly evidence: FilterEvidence
  /** Mean over the queries. */
  readonly recall: number
  readonly medianMs: number
}

/** Without those that count for nothing: void, or without an answer. */
export const filterOutcomes = (filters: readonly FilterEvidence[]): readonly FilterOutcome[] =>
  filters
    .filter(({ voidBecause, answers }) => voidBecause === null && answers.length > 0)
    .flatMap((evidence) => {
      const medianMs = median(evidence.latenciesMs)
      return medianMs === null ? [] : [{ evidence, recall: meanRecall(evidence), medianMs }]
    })

const meanRecall = ({ answers }: FilterEvidence): number =>
  answers.reduce((sum, { recall }) => sum + recall, 0) / answers.length
