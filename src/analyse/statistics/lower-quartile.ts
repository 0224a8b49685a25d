// The latency of executions that little disturbed: what a neighbour on the machine does to one mostly makes it slower.
import { at } from '../../model/at.js'

/**
 * The lower quartile of at least one number, in its unit; null of nothing. Median-unbiased from three values on (Hyndman & Fan 1996, type 8), so
 * that few and many are comparable: of four it is 0.58 of the least and 0.42 of the next. Of two it is the lesser.
 */
export function lowerQuartile(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const position = Math.max(0, (sorted.length + 1 / 3) / 4 + 1 / 3 - 1)
  const below = Math.floor(position)
  const lower = at(sorted, below)
  const upper = sorted[below + 1] ?? lower
  return lower + (position - below) * (upper - lower)
}
