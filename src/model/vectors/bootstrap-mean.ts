// The mean over queries and its interval: queries are drawn again with replacement (percentile bootstrap, Efron 1979).
import { at } from '../at.js'
import { randomStream } from '../random.js'

export interface MeanInterval {
  readonly mean: number
  readonly low: number
  readonly high: number
}

const RESAMPLES = 2000
const TAIL = 0.025

/** Two-sided, 95 %. The same values and seed give the same bounds. Throws RangeError on no values. */
export function bootstrapMean(values: readonly number[], seed: number): MeanInterval {
  if (values.length === 0) throw new RangeError('no values to take the mean of')
  const random = randomStream(seed, 'bootstrap over queries')
  const means = Float64Array.from({ length: RESAMPLES }, () => {
    let sum = 0
    for (let drawn = 0; drawn < values.length; drawn++) sum += at(values, random.below(values.length))
    return sum / values.length
  }).sort()
  const last = Math.ceil(RESAMPLES * TAIL)
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    low: means[last - 1] ?? NaN,
    high: means[RESAMPLES - last] ?? NaN,
  }
}
