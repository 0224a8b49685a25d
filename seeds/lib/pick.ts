// One entry of a pool.
import type { RandomStream } from '../../src/model/random.js'

/** A uniform choice. Throws RangeError for an empty pool. */
export function pick<T>(pool: readonly T[], random: RandomStream): T {
  return entry(pool, random.below(pool.length))
}

/** The entry at a position, which must exist. */
export function entry<T>(pool: readonly T[], index: number): T {
  const found = pool[index]
  if (found === undefined) throw new RangeError(`no entry ${index} in a pool of ${pool.length}`)
  return found
}
