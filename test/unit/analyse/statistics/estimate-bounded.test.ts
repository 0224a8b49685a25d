import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateBounded } from '../../../../src/analyse/statistics/estimate-bounded.js'
import { estimateLocation } from '../../../../src/analyse/statistics/estimate-location.js'
import { boundedDifferences } from '../../../support/bounded-differences.js'

const thousandths = fc.integer({ min: -3000, max: 3000 }).map((value) => value / 1000)
const round = fc.record({
  seen: thousandths,
  cutOff: fc.constantFrom('before' as const, 'after' as const, 'both' as const, null, null),
  /** How much farther the truth lies. */
  beyond: fc.integer({ min: 0, max: 9000 }).map((value) => value / 1000),
})

describe('estimateBounded', () => {
  it('is the plain estimate where nothing was cut off', () => {
    const values = Array.from({ length: 12 }, (_, i) => i / 10)
    expect(estimateBounded(boundedDifferences(values), 0.05)).toEqual(estimateLocation(values, 0.05))
  })

  it('keeps the lower bound and opens the upper one where `before` was cut off in every round', () => {
    const values = Array.from({ length: 12 }, (_, i) => i / 10)
    const { low, estimate } = estimateLocation(values, 0.05)
    const cutOff = values.map(() => 'before' as const)
    expect(estimateBounded(boundedDifferences(values, cutOff), 0.05)).toEqual({ low, estimate, high: null })
  })

  it('still has both bounds where one round of many was cut off', () => {
    const values = Array.from({ length: 27 }, (_, i) => i / 10)
    const once = estimateBounded(boundedDifferences(values, ['before']), 0.05)
    const plain = estimateLocation(values, 0.05)
    expect(once?.low).toBe(plain.low)
    expect(once?.high).toBeGreaterThan(plain.high ?? NaN)
    expect(once?.high).toBeLessThan(2.7)
  })

  it('says nothing where both arms were cut off in every round, but that they were measured', () => {
    const cutOff = Array.from({ length: 18 }, () => 'both' as const)
    const values = cutOff.map(() => 0)
    expect(estimateBounded(boundedDifferences(values, cutOff), 0.05)).toEqual({
      low: null,
      estimate: 0,
      high: null,
    })
  })

  it('is null of nothing', () => {
    expect(estimateBounded(boundedDifferences([]), 0.05)).toBeNull()
  })

  it('never excludes what the whole truth would not have', () => {
    fc.assert(
      fc.property(fc.array(round, { minLength: 6, maxLength: 30 }), (rounds) => {
        const truth = rounds.map(({ seen, cutOff, beyond }, i) => {
          if (cutOff === null) return seen
          if (cutOff === 'both') return seen + (i % 2 === 0 ? beyond : -beyond)
          return cutOff === 'before' ? seen + beyond : seen - beyond
        })
        const whole = estimateLocation(truth, 0.05)
        const bounded = estimateBounded(
          boundedDifferences(
            rounds.map(({ seen }) => seen),
            rounds.map(({ cutOff }) => cutOff),
          ),
          0.05,
        )
        expect(bounded?.low ?? -Infinity).toBeLessThanOrEqual((whole.low ?? -Infinity) + 1e-9)
        expect(bounded?.high ?? Infinity).toBeGreaterThanOrEqual((whole.high ?? Infinity) - 1e-9)
      }),
    )
  })
})
