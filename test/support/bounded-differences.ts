// Differences by hand, as rounds would have them.
import type { BoundedDifferences } from '../../src/analyse/statistics/round-differences.js'

/** Rounds 1, 2, 3 …; where nothing is said of the ends, nothing was cut off. */
export function boundedDifferences(
  observed: readonly number[],
  cutOff: readonly ('before' | 'after' | 'both' | null)[] = [],
): BoundedDifferences {
  const byRound = (value: (seen: number, i: number) => number): ReadonlyMap<number, number> =>
    new Map(observed.map((seen, i) => [i + 1, value(seen, i)]))
  return {
    observed: byRound((seen) => seen),
    least: byRound((seen, i) => (cutOff[i] === 'after' || cutOff[i] === 'both' ? -Infinity : seen)),
    most: byRound((seen, i) => (cutOff[i] === 'before' || cutOff[i] === 'both' ? Infinity : seen)),
  }
}
