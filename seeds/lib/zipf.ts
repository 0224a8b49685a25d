// Zipf's law: the k-th largest has a weight of 1 / k^exponent.
import { steadyPower } from './power.js'

/** Weights by rank, largest first, adding up to 1. */
export function zipfWeights(count: number, exponent: number): Float64Array {
  const weights = Float64Array.from({ length: count }, (_, rank) => 1 / steadyPower(rank + 1, exponent))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}
