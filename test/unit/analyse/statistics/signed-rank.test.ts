import { describe, expect, it } from 'vitest'
import {
  fewestBoundedRounds,
  signedRankCriticalValue,
  signedRankCumulative,
} from '../../../../src/analyse/statistics/signed-rank.js'

describe('signedRankCriticalValue', () => {
  // Two-sided critical values as printed in most textbooks, e.g. Zar, Biostatistical Analysis, table B.12.
  it.each([
    [6, 0.05, 0],
    [10, 0.05, 8],
    [12, 0.05, 13],
    [15, 0.05, 25],
    [20, 0.05, 52],
    [25, 0.05, 89],
    [30, 0.05, 137],
    [10, 0.01, 3],
    [20, 0.01, 37],
    [30, 0.01, 109],
  ])('for %i differences at %f two-sided is the published %i', (n, alpha, published) => {
    expect(signedRankCriticalValue(n, alpha)).toBe(published)
  })

  it('is null where even the most extreme outcome is likelier than alpha', () => {
    expect(signedRankCriticalValue(5, 0.05)).toBeNull()
    expect(signedRankCriticalValue(1, 0.05)).toBeNull()
  })

  it('takes a level that is attained exactly', () => {
    expect(signedRankCriticalValue(6, 2 ** -5)).toBe(0)
    expect(signedRankCriticalValue(6, 2 ** -5 - 1e-12)).toBeNull()
  })
})

describe('signedRankCumulative', () => {
  it('counts sums of subsets of the ranks: 1 to 4 give 1, 1, 1, 2, 2, 2 of 16', () => {
    const counts = [1, 2, 3, 5, 7, 9]
    expect(signedRankCumulative(4)).toEqual(counts.map((count) => count / 16))
  })

  it('reaches one half at the middle of the distribution, however many differences', () => {
    const table = signedRankCumulative(60)
    expect(table).toHaveLength(916)
    expect(table.at(-1)).toBeGreaterThan(0.5)
    expect(table.at(-2)).toBeLessThan(0.5)
  })
})

describe('fewestBoundedRounds', () => {
  it.each([0.05, 0.01, 0.05 / 15, 0.05 / 60])(
    'is where the critical value of alpha %f first exists',
    (alpha) => {
      const fewest = fewestBoundedRounds(alpha)
      expect(signedRankCriticalValue(fewest, alpha)).not.toBeNull()
      expect(signedRankCriticalValue(fewest - 1, alpha)).toBeNull()
    },
  )
})
