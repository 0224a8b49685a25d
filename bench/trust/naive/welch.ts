// Welch's t test (1947): the means, as if single executions were independent of each other.
import { incompleteBeta } from '../../../src/analyse/statistics/incomplete-beta.js'
import type { Difference, NaiveTest } from './difference.js'

export interface Moments {
  readonly mean: number
  readonly variance: number
  readonly n: number
}

export const welch: NaiveTest = (before, after) => welchOfMoments(momentsOf(before), momentsOf(after))

export function welchOfMoments(before: Moments, after: Moments): Difference {
  const [first, second] = [before.variance / before.n, after.variance / after.n]
  const t = (before.mean - after.mean) / Math.sqrt(first + second)
  const freedom = (first + second) ** 2 / (first ** 2 / (before.n - 1) + second ** 2 / (after.n - 1))
  return { differs: twoSided(t, freedom) < 0.05, ratio: before.mean / after.mean }
}

/** P(|T| ≥ |t|) of Student's distribution. */
export const twoSided = (t: number, freedom: number): number =>
  incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5)

export function momentsOf(values: readonly number[]): Moments {
  const n = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1)
  return { mean, variance, n }
}
