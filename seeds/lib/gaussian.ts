// Normal deviates from a table: one draw each, and no logarithm.
import type { RandomStream } from '../../src/model/random.js'

/** So many random bits choose an entry of the table. */
export const NORMAL_BITS = 14

export type GaussianSource = (random: RandomStream) => number

/**
 * 16,384 normal deviates. Each is the sum of twelve uniforms less six: additions give the same bits on every machine,
 * where the logarithm of the polar method need not.
 */
export const normalTable = (random: RandomStream): Float64Array =>
  Float64Array.from({ length: 2 ** NORMAL_BITS }, () => sumOfTwelve(random))

export const gaussianSource =
  (table: Float64Array): GaussianSource =>
  (random) =>
    table[random.below(table.length)] ?? 0

function sumOfTwelve(random: RandomStream): number {
  let sum = -6
  for (let i = 0; i < 12; i++) sum += random.next()
  return sum
}
