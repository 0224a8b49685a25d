// What is known of each slowdown from all witnesses together.
import { SLOWED_QUERIES } from './slowed-queries.js'
import { allTestimony, type Testimony } from './witness.js'

interface Truth {
  /** before ÷ after. */
  readonly speedup: number
  /** Of its 95 % interval, as a share; null of too few witnesses. */
  readonly halfWidth: number | null
}

/** By name of the query. */
export type Truths = ReadonlyMap<string, Truth>

export function truthsOf(witnesses: readonly Testimony[]): Truths {
  return new Map(
    SLOWED_QUERIES.flatMap(({ name }) => {
      const all = allTestimony(witnesses, name)
      if (all === null) return []
      const { estimate, low, high } = all
      const halfWidth = low === null || high === null ? null : (high - low) / 2
      return [[name, { speedup: Math.exp(estimate), halfWidth }] as const]
    }),
  )
}
