import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countDiscoveries } from '../../../../src/analyse/statistics/count-discoveries.js'

// Thrombolysis after infarction, fifteen endpoints: Benjamini & Hochberg (1995), section 4.
const PUBLISHED = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
  0.759, 1,
]

describe('countDiscoveries', () => {
  it('finds the four of the published example, where Bonferroni finds three', () => {
    expect(countDiscoveries(PUBLISHED, 0.05)).toBe(4)
    expect(PUBLISHED.filter((p) => p <= 0.05 / 15)).toHaveLength(3)
  })

  it('does not mind the order', () => {
    expect(countDiscoveries(PUBLISHED.toReversed(), 0.05)).toBe(4)
  })

  it.each([
    [[], 0],
    [[0.05], 1],
    [[0.0501], 0],
    [[0.04, 0.05], 2],
    [[0.03, 0.06], 0],
    [[1, 1, 0.016], 1],
  ])('of %o at 5 %% finds %d', (pValues, expected) => {
    expect(countDiscoveries(pValues, 0.05)).toBe(expected)
  })

  it('selects exactly the p-values up to level · k ÷ m', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 0.2, noNaN: true }), { minLength: 1, maxLength: 30 }),
        (pValues) => {
          const k = countDiscoveries(pValues, 0.05)
          const level = (0.05 * Math.max(1, k)) / pValues.length
          expect(pValues.filter((p) => p <= level)).toHaveLength(k)
        },
      ),
    )
  })
})
