// The middle of a few numbers.
import { at } from '../../model/at.js'

/** The median; null of nothing. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  return medianOfSorted([...values].sort((a, b) => a - b))
}

/** The median of at least one number, already in ascending order. */
export function medianOfSorted(sorted: readonly number[]): number {
  const middle = sorted.length / 2
  if (sorted.length % 2 === 1) return at(sorted, Math.floor(middle))
  return (at(sorted, middle - 1) + at(sorted, middle)) / 2
}
