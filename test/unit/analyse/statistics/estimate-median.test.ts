import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateMedian, signCriticalValue } from '../../../../src/analyse/statistics/estimate-median.js'
import { fewestBoundedRounds } from '../../../../src/analyse/statistics/signed-rank.js'

const values = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 40 })
const ALPHAS = [0.05, 0.01, 0.001]

/** P(B ≤ c) by counting heads of n coins. */
function binomialShare(n: number, c: number): number {
  let ways = 1
  let sum = 1
  for (let k = 1; k <= c; k++) {
    ways = (ways * (n - k + 1)) / k
    sum += ways
  }
  return sum / 2 ** n
}

describe('the interval of a median', () => {
  it.each([
    [6, 0.05, 0],
    [12, 0.05, 2],
    [18, 0.05, 4],
    [25, 0.05, 7],
    [60, 0.05, 21],
    // scipy.stats.binom, of so many that 2^−n is no number any more.
    [1000, 0.05, 468],
    [2880, 0.05, 1386],
    [5000, 0.05, 2430],
    [5, 0.05, null],
  ])('of %i values at %f leaves out what tables of the sign test say', (n, alpha, expected) => {
    expect(signCriticalValue(n, alpha)).toBe(expected)
  })

  it('leaves out as many values as the confidence allows, and no more', () => {
    for (let n = 1; n <= 60; n++) {
      for (const alpha of ALPHAS) {
        const c = signCriticalValue(n, alpha)
        expect(c === null ? 0 : binomialShare(n, c)).toBeLessThanOrEqual(alpha / 2)
        expect(binomialShare(n, (c ?? -1) + 1)).toBeGreaterThan(alpha / 2)
        expect(c === null).toBe(n < fewestBoundedRounds(alpha))
      }
    }
  })

  it('holds the median, and is wider where less error is allowed', () => {
    fc.assert(
      fc.property(values, (given) => {
        const [wide, narrow] = [estimateMedian(given, 0.01), estimateMedian(given, 0.2)]
        for (const { estimate, low, high } of [wide, narrow]) {
          expect(low ?? -Infinity).toBeLessThanOrEqual(estimate)
          expect(high ?? Infinity).toBeGreaterThanOrEqual(estimate)
        }
        expect(wide.low ?? -Infinity).toBeLessThanOrEqual(narrow.low ?? -Infinity)
        expect(wide.high ?? Infinity).toBeGreaterThanOrEqual(narrow.high ?? Infinity)
      }),
    )
  })

  it('mirrors with its values, whatever their order', () => {
    fc.assert(
      fc.property(values, (given) => {
        const { estimate, low, high } = estimateMedian(given, 0.05)
        const mirrored = estimateMedian(given.map((value) => -value).reverse(), 0.05)
        expect(mirrored.estimate).toBeCloseTo(-estimate, 9)
        expect(mirrored.low).toBe(high === null ? null : -high)
        expect(mirrored.high).toBe(low === null ? null : -low)
      }),
    )
  })

  it('stays where most tenants are, however large a few of them', () => {
    const mixture = [30, 1, 0.3].flatMap((size) => Array.from({ length: 20 }, (_, i) => size * (1 + i / 100)))
    expect(estimateMedian(mixture, 0.05).estimate).toBeCloseTo(1.1, 1)
  })

  it('of nothing is a bug of the caller', () => {
    expect(() => estimateMedian([], 0.05)).toThrow(RangeError)
  })
})
