// The mean of shares with Student's interval, against tabled quantiles.
import { describe, expect, it } from 'vitest'
import { estimateShare, studentQuantile } from '../../../../src/analyse/statistics/estimate-share.js'

describe('studentQuantile', () => {
  it.each([
    [0.05, 1, 12.7062],
    [0.05, 11, 2.201],
    [0.01, 23, 2.8073],
    [0.001, 99, 3.3915],
  ])('at %f with %i degrees of freedom is that of the tables', (alpha, degrees, expected) => {
    expect(studentQuantile(alpha, degrees)).toBeCloseTo(expected, 3)
  })
})

describe('estimateShare', () => {
  it('is the mean, as far on either side as its standard error allows', () => {
    // Standard deviation 0.0816, standard error 0.0408, t = 3.182.
    const found = estimateShare([0.4, 0.5, 0.5, 0.4 + 0.2], 0.05, 0)
    expect(found?.estimate).toBeCloseTo(0.5, 12)
    expect(found?.high).toBeCloseTo(0.5 + 3.182 * 0.0408, 3)
    expect(found?.low).toBeCloseTo(0.5 - 3.182 * 0.0408, 3)
  })

  it('ends where a mean of shares, or of their differences, cannot lie', () => {
    expect(estimateShare([0, 1], 0.01, 0)).toEqual({ estimate: 0.5, low: 0, high: 1 })
    expect(estimateShare([-1, 1], 0.01, -1)).toEqual({ estimate: 0, low: -1, high: 1 })
  })

  it('has no width where all are alike, and does not exist of one', () => {
    expect(estimateShare([1, 1, 1], 0.01, 0)).toEqual({ estimate: 1, low: 1, high: 1 })
    expect(estimateShare([1], 0.01, 0)).toBeNull()
  })
})
