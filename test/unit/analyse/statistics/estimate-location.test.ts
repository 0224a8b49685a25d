import fc from 'fast-check'
import { center, centerBounds, Sample } from 'pragmastat'
import { describe, expect, it } from 'vitest'
import { estimateLocation } from '../../../../src/analyse/statistics/estimate-location.js'
import {
  signedRankCriticalValue,
  signedRankCumulative,
} from '../../../../src/analyse/statistics/signed-rank.js'
import { at } from '../../../../src/model/at.js'
import { randomStream } from '../../../../src/model/random.js'

// Hamilton depression scale of nine patients before and after treatment: Hollander & Wolfe (1973), example 3.1.
const BEFORE = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3]
const AFTER = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]
const DEPRESSION = BEFORE.map((before, patient) => before - at(AFTER, patient))

// Thousandths rather than any doubles: a failure then shrinks in seconds, and ties occur.
const thousandths = fc.integer({ min: -3000, max: 3000 }).map((value) => value / 1000)
const differences = fc.array(thousandths, { minLength: 12, maxLength: 40 })

describe('estimateLocation', () => {
  it('gives the published estimate and interval for the depression data', () => {
    const { estimate, low, high } = estimateLocation(DEPRESSION, 0.05)
    expect(estimate).toBeCloseTo(0.46, 10)
    expect(low).toBeCloseTo(0.01, 10)
    expect(high).toBeCloseTo(0.786, 10)
  })

  it('excludes zero just at the published p-value of 0.03906 of the depression data', () => {
    const statistic = 45 - 40
    const pValue = 2 * at(signedRankCumulative(9), statistic)
    expect(pValue).toBeCloseTo(0.03906, 5)
    expect(estimateLocation(DEPRESSION, pValue).low).toBeGreaterThan(0)
    expect(estimateLocation(DEPRESSION, pValue - 1e-9).low).toBeLessThan(0)
  })

  it('has no bounds where alpha cannot be attained', () => {
    expect(estimateLocation([1, 2, 3], 0.05)).toEqual({ estimate: 2, low: null, high: null })
  })

  it('throws on nothing, which has no location', () => {
    expect(() => estimateLocation([], 0.05)).toThrow(RangeError)
  })

  it('agrees with pragmastat at attainable levels', () => {
    fc.assert(
      fc.property(differences, (values) => {
        const level =
          2 * at(signedRankCumulative(values.length), signedRankCriticalValue(values.length, 0.05) ?? 0)
        const own = estimateLocation(values, level)
        // Rounded in its favour: pragmastat takes the next rank where its sum falls short of the level by a digit.
        const bounds = centerBounds(Sample.of(values), level * (1 - 1e-9))
        expect(own.estimate).toBeCloseTo(center(Sample.of(values)).value, 9)
        expect(own.low).toBeCloseTo(bounds.lower, 9)
        expect(own.high).toBeCloseTo(bounds.upper, 9)
      }),
    )
  })

  it('is not as liberal as pragmastat between attainable levels, which rounds them to the nearest', () => {
    const values = Sample.of([1, 2, 4, 8, 16, 32])
    expect(centerBounds(values, 0.05)).toEqual(centerBounds(values, 0.0625))
    expect(estimateLocation([1, 2, 4, 8, 16, 32], 0.05)).toMatchObject({ low: 1, high: 32 })
  })

  it('shifts with the differences', () => {
    fc.assert(
      fc.property(differences, thousandths, (values, shift) => {
        const plain = estimateLocation(values, 0.05)
        const shifted = estimateLocation(
          values.map((value) => value + shift),
          0.05,
        )
        expect(shifted.estimate).toBeCloseTo(plain.estimate + shift, 9)
        expect(shifted.low).toBeCloseTo((plain.low ?? NaN) + shift, 9)
        expect(shifted.high).toBeCloseTo((plain.high ?? NaN) + shift, 9)
      }),
    )
  })

  it('mirrors when the arms are swapped', () => {
    fc.assert(
      fc.property(differences, (values) => {
        const plain = estimateLocation(values, 0.05)
        const swapped = estimateLocation(
          values.map((value) => -value),
          0.05,
        )
        expect(swapped.estimate).toBeCloseTo(-plain.estimate, 12)
        expect(swapped.low).toBeCloseTo(-(plain.high ?? NaN), 12)
        expect(swapped.high).toBeCloseTo(-(plain.low ?? NaN), 12)
      }),
    )
  })

  it('covers the truth about as often as it says, outliers and all', () => {
    const stream = randomStream(7, 'coverage')
    const noise = (): number => (stream.next() + stream.next() - stream.next() - stream.next()) * 0.1
    const outlier = (): number => (stream.below(100) === 0 ? (stream.coin() ? 2.3 : -2.3) : 0)
    const trials = Array.from({ length: 1000 }, () => {
      const values = Array.from({ length: 18 }, () => 0.4 + noise() + outlier())
      const { low, high } = estimateLocation(values, 0.05)
      return low !== null && high !== null && low <= 0.4 && 0.4 <= high
    })
    const covered = trials.filter(Boolean).length / trials.length
    expect(covered).toBeGreaterThan(0.93)
    expect(covered).toBeLessThan(0.975)
  })
})
