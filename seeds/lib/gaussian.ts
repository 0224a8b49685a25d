// Normal deviates from a table: one draw each, and no logarithm.
import type { RandomStream } from '../../src/model/random.js'

const TABLE_SIZE = 16_384

export type GaussianSource = (random: RandomStream) => number

/**
 * A source of normal deviates, drawn from a table of 16,384. Each entry is the sum of twelve uniforms less six:
 * additions give the same bits on every machine, where the logarithm of the polar method need not.
 */
export function gaussianSource(random: RandomStream): GaussianSource {
  const table = Float64Array.from({ length: TABLE_SIZE }, () => sumOfTwelve(random))
  return (random) => table[random.below(TABLE_SIZE)] ?? 0
}

function sumOfTwelve(random: RandomStream): number {
  let sum = -6
  for (let i = 0; i < 12; i++) sum += random.next()
  return sum
}
