// Is it planning that makes the difference? More indexes cost more of it, in every execution, whatever the plan.
import { medianOfSorted } from '../statistics/median.js'

export interface PlanningShare {
  readonly beforeMs: number
  readonly afterMs: number
  /** Of the difference in latency, the part that is planning; above 1 where execution gained and planning lost. */
  readonly share: number
}

/** Planning explains a gap when it is at least this part of it. */
const MOST = 0.5

/**
 * Planning times of both arms against the gap in latency (after − before, milliseconds); null unless planning differs
 * in the direction of the gap by most of it. The middle halves of both arms' times must lie apart: a difference of a
 * few microseconds that the samples themselves spread over explains nothing.
 */
export function planningShare(
  before: readonly number[],
  after: readonly number[],
  gapMs: number,
): PlanningShare | null {
  if (before.length < FEWEST || after.length < FEWEST || gapMs === 0) return null
  const [left, right] = [quartiles(before), quartiles(after)]
  const apart = gapMs > 0 ? right.low > left.high : right.high < left.low
  const share = (right.middle - left.middle) / gapMs
  return apart && share >= MOST ? { beforeMs: left.middle, afterMs: right.middle, share } : null
}

const FEWEST = 4

/** Medians of the lower half, of all, and of the upper half (Tukey's hinges). */
function quartiles(values: readonly number[]): { low: number; middle: number; high: number } {
  const sorted = [...values].sort((a, b) => a - b)
  const half = Math.ceil(sorted.length / 2)
  return {
    low: medianOfSorted(sorted.slice(0, half)),
    middle: medianOfSorted(sorted),
    high: medianOfSorted(sorted.slice(-half)),
  }
}
