// The percentile bootstrap of the ratio of medians (Efron, 1979), as if single executions were independent of each other.
import { at } from '../../../src/model/at.js'
import type { RandomStream } from '../../../src/model/random.js'
import { medianOfSorted } from '../../../src/analyse/statistics/median.js'
import type { NaiveTest } from './difference.js'

const RESAMPLES = 400

export const bootstrapMedians =
  (random: RandomStream): NaiveTest =>
  (before, after) => {
    const [slow, fast] = [Float64Array.from(before).sort(), Float64Array.from(after).sort()]
    const ratios = Float64Array.from(
      { length: RESAMPLES },
      () => resampledMedian(slow, random) / resampledMedian(fast, random),
    ).sort()
    const low = at([...ratios], Math.floor(RESAMPLES * 0.025))
    const high = at([...ratios], Math.ceil(RESAMPLES * 0.975) - 1)
    return {
      differs: low > 1 || high < 1,
      ratio: medianOfSorted(Array.from(slow)) / medianOfSorted(Array.from(fast)),
    }
  }

/** Counts how often each was drawn and walks to the middle: nothing is sorted again. */
function resampledMedian(sorted: Float64Array, random: RandomStream): number {
  const drawn = new Uint16Array(sorted.length)
  for (let i = 0; i < sorted.length; i++) {
    const index = random.below(sorted.length)
    drawn[index] = (drawn[index] ?? 0) + 1
  }
  let passed = 0
  let index = -1
  while (passed <= sorted.length / 2) passed += drawn[++index] ?? 0
  return sorted[index] ?? NaN
}
