// Draws an index by weight in constant time: the alias method (Walker 1977, tables built as by Vose 1991).
import type { RandomStream } from '../../src/model/random.js'

/** A sampler of 0 … weights.length - 1; weights need not add up to 1. Throws RangeError without a positive weight. */
export function aliasSampler(weights: ArrayLike<number>): (random: RandomStream) => number {
  const { length } = weights
  const total = Array.from(weights).reduce((sum, weight) => sum + weight, 0)
  if (!(total > 0)) throw new RangeError('weights must hold at least one above zero')
  const share = Float64Array.from(weights, (weight) => (weight * length) / total)
  const alias = Uint32Array.from({ length }, (_, index) => index)
  pairSmallWithLarge(share, alias)
  return (random) => {
    const point = random.next() * length
    const index = Math.floor(point)
    return point - index < (share[index] ?? 1) ? index : (alias[index] ?? index)
  }
}

/** Fills each share below 1 up with a part of one above 1. */
function pairSmallWithLarge(share: Float64Array, alias: Uint32Array): void {
  const indexes = [...share.keys()]
  const small = indexes.filter((index) => (share[index] ?? 1) < 1)
  const large = indexes.filter((index) => (share[index] ?? 1) >= 1)
  for (
    let less = small.pop(), more = large.pop();
    less !== undefined && more !== undefined;
    less = small.pop()
  ) {
    alias[less] = more
    const rest = (share[more] ?? 1) - (1 - (share[less] ?? 1))
    share[more] = rest
    if (rest < 1) {
      small.push(more)
      more = large.pop()
    }
  }
}
