// The Mann-Whitney U test (1947) by its normal approximation: ranks, as if single executions were independent of each other.
import { at } from '../../../src/model/at.js'
import { median } from '../../../src/analyse/statistics/median.js'
import type { NaiveTest } from './difference.js'

export const mannWhitney: NaiveTest = (before, after) => {
  const [n, m] = [before.length, after.length]
  const u = rankSum(before, after) - (n * (n + 1)) / 2
  const z = (u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12)
  return { differs: Math.abs(z) > 1.959964, ratio: (median(before) ?? NaN) / (median(after) ?? NaN) }
}

/** Of the ranks that `before` has among both; ties share theirs. Ties are too rare in nanoseconds to correct the variance. */
function rankSum(before: readonly number[], after: readonly number[]): number {
  const all = [
    ...before.map((value) => ({ value, isBefore: true })),
    ...after.map((value) => ({ value, isBefore: false })),
  ].sort((a, b) => a.value - b.value)
  let sum = 0
  for (let start = 0; start < all.length;) {
    let end = start + 1
    while (end < all.length && at(all, end).value === at(all, start).value) end++
    const tied = all.slice(start, end).filter(({ isBefore }) => isBefore).length
    sum += (tied * (start + 1 + end)) / 2
    start = end
  }
  return sum
}
