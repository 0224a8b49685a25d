// Where differences lie: Hodges-Lehmann estimate and signed-rank interval, both from the Walsh averages.
// Hodges & Lehmann (1963); the interval is Tukey's, in Hollander, Wolfe & Chicken, sections 3.2 and 3.3.
import { at } from '../../model/at.js'
import { medianOfSorted } from './median.js'
import { signedRankCriticalValue } from './signed-rank.js'

export interface Location {
  readonly estimate: number
  /** Null where so few differences cannot give a bound at this alpha. */
  readonly low: number | null
  readonly high: number | null
}

/** In the unit of the differences. Coverage is at least 1 − alpha where they are symmetric. Throws RangeError on none. */
export function estimateLocation(differences: readonly number[], alpha: number): Location {
  const averages = walshAverages(differences)
  const estimate = medianOfSorted(averages)
  const w = signedRankCriticalValue(differences.length, alpha)
  if (w === null) return { estimate, low: null, high: null }
  return { estimate, low: at(averages, w), high: at(averages, averages.length - 1 - w) }
}

/** (dᵢ + dⱼ) / 2 for all i ≤ j, ascending. */
export function walshAverages(differences: readonly number[]): readonly number[] {
  const averages = differences.flatMap((first, position) =>
    differences.slice(position).map((second) => (first + second) / 2),
  )
  return Array.from(Float64Array.from(averages).sort())
}
