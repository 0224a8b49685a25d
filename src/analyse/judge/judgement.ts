// What is concluded of one query, and on what.
import type { ClaimVerdict, Speedup, Verdict } from '../../model/result.js'

export interface Judgement {
  readonly verdict: Verdict
  readonly detail: string | null
  readonly reason: string
}

/** What is concluded of a claim. */
export interface ClaimJudgement extends Judgement {
  readonly verdict: ClaimVerdict
}

/** The yardsticks of a decision, all ratios but the tolerance. */
export interface Yardsticks {
  /** Smallest effect of interest after the noise floor of this run, e.g. 1.05. */
  readonly delta: number
  /** Tolerance at the edges of a claim, e.g. 0.05. */
  readonly tolerance: number
}

export interface ClaimYardsticks extends Yardsticks {
  /** Median of SELECT 1. */
  readonly clientFloorMs: number | null
}

/** An interval with a bound on one side at least: an open one of a ratio is 0 below, ∞ above. */
export interface Bounded extends Speedup {
  readonly low: number
  readonly high: number
}

/** Null where both sides are open. One alone is where executions were cut off: what the other excludes is excluded all the same. */
export const withOpenSides = (speedup: Speedup): Bounded | null =>
  speedup.low === null && speedup.high === null
    ? null
    : { ...speedup, low: speedup.low ?? 0, high: speedup.high ?? Infinity }
