import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { effectPValue } from '../../../../src/analyse/statistics/effect-p-value.js'
import { estimateSpeedup } from '../../../../src/analyse/statistics/estimate-speedup.js'
import { boundedDifferences } from '../../../support/bounded-differences.js'

// Hollander & Wolfe (1973), example 3.1: nine patients, two-sided p = 0.03906.
const DEPRESSION = [0.952, -0.147, 1.022, 0.43, 0.62, 0.59, 0.49, -0.08, 0.01]

const tenThousandths = fc.integer({ min: -2000, max: 2000 }).map((value) => value / 10_000 + 0.000_013)
const cutOff = fc.constantFrom('before' as const, 'after' as const, null, null, null)

describe('effectPValue', () => {
  it('is the published one where any difference is an effect', () => {
    expect(effectPValue(boundedDifferences(DEPRESSION), 1)).toBeCloseTo(0.03906, 5)
  })

  it('is 2^(1−n) where every round is beyond the smallest effect, either way', () => {
    const rounds = Array.from({ length: 12 }, (_, i) => 0.1 + i / 100)
    expect(effectPValue(boundedDifferences(rounds), 1.05)).toBe(2 ** -11)
    expect(effectPValue(boundedDifferences(rounds.map((value) => -value)), 1.05)).toBe(2 ** -11)
  })

  it('is 1 of nothing, and where nothing is an effect', () => {
    expect(effectPValue(boundedDifferences([]), 1.05)).toBe(1)
    expect(effectPValue(boundedDifferences([0.01, -0.01, 0.02, -0.02]), 1.05)).toBe(1)
  })

  it('is the level at which the interval first lies outside the band, whatever was cut off', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(tenThousandths, cutOff), { minLength: 6, maxLength: 30 }), (rounds) => {
        const differences = boundedDifferences(
          rounds.map(([value]) => value),
          rounds.map(([, arm]) => arm),
        )
        const isOutside = (alpha: number): boolean => {
          const speedup = estimateSpeedup(differences, alpha)
          return (speedup?.low ?? 0) > 1.05 || (speedup?.high ?? Infinity) < 1 / 1.05
        }
        const p = effectPValue(differences, 1.05)
        expect(isOutside(p * (1 - 1e-9))).toBe(false)
        expect(p === 1 || isOutside(p * (1 + 1e-9))).toBe(true)
      }),
    )
  })
})
