// What the answers of one search come to: recall with its interval, latency, rows that were missing.
import { bootstrapMean } from '../../model/vectors/bootstrap-mean.js'
import type { SearchSummary } from '../../model/vectors/sweep-result.js'
import type { QueryAnswer } from '../../model/vectors/vector-point.js'
import { weightedHarrellDavis } from '../statistics/harrell-davis.js'
import { median } from '../statistics/median.js'

/** `seed` draws the resamples of the interval. */
export function summariseSearch(
  answers: readonly QueryAnswer[],
  latenciesMs: readonly number[],
  seed: number,
): SearchSummary {
  const short = answers.filter(({ rows, rowsWanted }) => rows < rowsWanted).length
  const wanted = sum(answers.map(({ rowsWanted }) => rowsWanted))
  const returned = sum(answers.map(({ rows, rowsWanted }) => Math.min(rows, rowsWanted)))
  const recalls = answers.map(({ recall }) => recall)
  return {
    recall: recalls.length === 0 ? null : bootstrapMean(recalls, seed),
    medianMs: median(latenciesMs),
    p95Ms: percentile95(latenciesMs),
    shortShare: answers.length === 0 ? 0 : short / answers.length,
    returnedShare: wanted === 0 ? 1 : returned / wanted,
  }
}

/** Null of nothing. */
export function percentile95(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b).map((value) => ({ value, weight: 1 }))
  return weightedHarrellDavis(sorted, 0.95)
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
