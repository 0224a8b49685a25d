import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weightedHarrellDavis } from '../../../../src/analyse/statistics/harrell-davis.js'
import { incompleteBeta } from '../../../../src/analyse/statistics/incomplete-beta.js'

/** Of numbers that all weigh one. */
const harrellDavis = (sorted: readonly number[], p: number): number =>
  weightedHarrellDavis(
    sorted.map((value) => ({ value, weight: 1 })),
    p,
  )

describe('weightedHarrellDavis', () => {
  it('is harrellDavis where all weigh the same, whatever that is', () => {
    const values = Array.from({ length: 101 }, (_, i) => Math.sqrt(i))
    const weighted = values.map((value) => ({ value, weight: 0.2 }))
    for (const p of [0.05, 0.5, 0.95]) {
      expect(weightedHarrellDavis(weighted, p)).toBeCloseTo(harrellDavis(values, p), 9)
    }
  })

  it('is not moved by a visit that kept ten executions where another kept two', () => {
    const many = Array.from({ length: 100 }, () => ({ value: 1, weight: 0.1 }))
    const few = Array.from({ length: 20 }, () => ({ value: 3, weight: 0.5 }))
    expect(weightedHarrellDavis([...many, ...few], 0.5)).toBeCloseTo(2, 6)
  })
})

describe('harrellDavis', () => {
  it('weighs three numbers 7:13:7 for the median, the integrals of the Beta(2, 2) density', () => {
    expect(harrellDavis([1, 2, 10], 0.5)).toBeCloseTo((7 * 1 + 13 * 2 + 7 * 10) / 27, 12)
  })

  it('is the number itself when there is one', () => {
    expect(harrellDavis([4.2], 0.5)).toBeCloseTo(4.2, 12)
  })

  it('agrees with the sum over all weights', () => {
    const values = Array.from({ length: 300 }, (_, i) => (i / 30) ** 2)
    const share = (i: number): number => incompleteBeta(i / 300, 301 * 0.95, 301 * 0.05)
    const full = values.reduce((sum, value, i) => sum + (share(i + 1) - share(i)) * value, 0)
    expect(harrellDavis(values, 0.95)).toBeCloseTo(full, 8)
  })

  it('gives a constant back and stays within the numbers, however many', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.constantFrom(0.5, 0.95), (n, p) => {
        expect(
          harrellDavis(
            Array.from({ length: n }, () => 3),
            p,
          ),
        ).toBeCloseTo(3, 9)
        const estimate = harrellDavis(
          Array.from({ length: n }, (_, i) => i),
          p,
        )
        expect(Math.abs(estimate - (n * p - 0.5))).toBeLessThan(1)
      }),
      { numRuns: 50 },
    )
  })
})

describe('incompleteBeta', () => {
  it.each([
    [0.5, 2, 3, 11 / 16],
    [0.3, 1, 4, 1 - 0.7 ** 4],
    [0.25, 5, 1, 0.25 ** 5],
    [0.5, 400, 400, 0.5],
    [0.5, 0.5, 0.5, 0.5],
    [0, 2, 2, 0],
    [1, 2, 2, 1],
  ])('I_%f(%f, %f) has its closed form', (x, a, b, expected) => {
    expect(incompleteBeta(x, a, b)).toBeCloseTo(expected, 12)
  })

  it('is the upper tail of a binomial', () => {
    // P(Bin(10, 0.3) ≥ 5) = 0.1502683326, any table of the binomial distribution.
    expect(incompleteBeta(0.3, 5, 6)).toBeCloseTo(0.1502683326, 10)
  })
})
