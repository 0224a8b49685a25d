// Whoever looks again and again, and stops at the first difference, finds one.
import { rateOf, type Rate } from '../finding.js'
import { isCovered } from './coverage.js'

const LOOKS = [12, 18, 27, 40, 60] as const

export interface Peeking {
  /** Each look at 95 %. */
  readonly careless: Rate
  /** Each look at its share of 5 %. */
  readonly split: Rate
}

/** How often any look excludes 1, in runs whose arms are the same. */
export function peekingOf(runs: readonly (readonly number[])[]): Peeking {
  const excluded = (alpha: number): Rate =>
    rateOf(runs.map((differences) => LOOKS.some((look) => !isCovered(differences.slice(0, look), 1, alpha))))
  return { careless: excluded(0.05), split: excluded(0.05 / LOOKS.length) }
}
