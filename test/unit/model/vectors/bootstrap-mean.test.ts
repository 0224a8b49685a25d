import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bootstrapMean } from '../../../../src/model/vectors/bootstrap-mean.js'
import { randomStream } from '../../../../src/model/random.js'

describe('the bootstrap of a mean', () => {
  it('holds the mean between its bounds, and repeats with its seed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 50 }),
        (values) => {
          const { mean, low, high } = bootstrapMean(values, 3)
          expect(low).toBeLessThanOrEqual(mean + 1e-12)
          expect(high).toBeGreaterThanOrEqual(mean - 1e-12)
          expect(bootstrapMean(values, 3)).toEqual({ mean, low, high })
        },
      ),
      { numRuns: 20 },
    )
  })

  it('covers the truth in about 95 of 100 samples', () => {
    const random = randomStream(11, 'test')
    let covered = 0
    for (let sample = 0; sample < 200; sample++) {
      // Recall of ten rows: sums of ten coins that fall on a hit nine times in ten.
      const values = Array.from({ length: 100 }, () => {
        let hits = 0
        for (let row = 0; row < 10; row++) if (random.next() < 0.9) hits++
        return hits / 10
      })
      const { low, high } = bootstrapMean(values, sample)
      if (low <= 0.9 && 0.9 <= high) covered++
    }
    expect(covered).toBeGreaterThan(180)
    expect(covered).toBeLessThan(200)
  })

  it('has no width where all are alike, and is refused for nothing', () => {
    expect(bootstrapMean([1, 1, 1], 1)).toEqual({ mean: 1, low: 1, high: 1 })
    expect(() => bootstrapMean([], 1)).toThrow(RangeError)
  })
})
