// The mean of shares, such as recall, over searches drawn at random, with Student's interval.
import type { Bounds } from '../judge/ratio-text.js'
import { incompleteBeta } from './incomplete-beta.js'

export interface MeanShare extends Bounds {
  readonly estimate: number
}

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** At confidence 1 − alpha, within what a mean can be: from `least` to 1. Null under two values, which bound nothing. */
export function estimateShare(values: readonly number[], alpha: number, least: number): MeanShare | null {
  if (values.length < 2) return null
  const estimate = meanOf(values)
  const squares = values.reduce((sum, value) => sum + (value - estimate) * (value - estimate), 0)
  const standardError = Math.sqrt(squares / (values.length - 1) / values.length)
  const reach = studentQuantile(alpha, values.length - 1) * standardError
  return { estimate, low: Math.max(least, estimate - reach), high: Math.min(1, estimate + reach) }
}

/** The t that |T| exceeds with probability alpha: P(|T| > t) = I_x(ν/2, 1/2) with x = ν / (ν + t²), solved by halving. */
export function studentQuantile(alpha: number, degrees: number): number {
  let [low, high] = [0, 1]
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2
    if (incompleteBeta(middle, degrees / 2, 0.5) < alpha) low = middle
    else high = middle
  }
  const x = (low + high) / 2
  return Math.sqrt((degrees * (1 - x)) / x)
}

const HALVINGS = 100
