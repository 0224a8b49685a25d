import type { Point } from '../../model/vectors/vector-point.js'

/** What a search costs, milliseconds: a mean would be one slow query's. Null where nothing was timed. */
export function medianLatency({ latenciesMs }: Pick<Point, 'latenciesMs'>): number | null {
  const sorted = latenciesMs.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? null
}
