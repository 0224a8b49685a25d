import { describe, expect, it } from 'vitest'
import { isAtLeast, isWithin, plausibleRates, rateOf, rateText } from '../../../../bench/trust/finding.js'
import { isFalseOfSame } from '../../../../bench/trust/report/is-false.js'

describe('a rate', () => {
  it('has the interval of Wilson', () => {
    // Newcombe (1998), table I: 81 of 263.
    const { low, high } = plausibleRates({ count: 81, of: 263 })
    expect(low).toBeCloseTo(0.2553, 4)
    expect(high).toBeCloseTo(0.3662, 4)
  })

  it('is told with its count', () => {
    expect(rateText(rateOf([true, false, false, false]))).toBe('1 of 4 (25.0 %; true rate 4.6 to 69.9 %)')
    expect(rateText(rateOf([]))).toBe('not measured')
  })

  it('reaches a target that so many trials cannot exclude, and no other', () => {
    expect(isWithin({ count: 186, of: 200 }, 0.935, 0.97)).toBe(true)
    expect(isWithin({ count: 170, of: 200 }, 0.935, 0.97)).toBe(false)
    expect(isWithin({ count: 200, of: 200 }, 0.935, 0.97)).toBe(false)
    expect(isWithin({ count: 0, of: 0 }, 0.935, 0.97)).toBeNull()
  })

  it('reaches "at least" where so many trials cannot exclude it', () => {
    expect(isAtLeast({ count: 45, of: 48 }, 0.95)).toBe(true)
    expect(isAtLeast({ count: 42, of: 48 }, 0.95)).toBe(false)
    expect(isAtLeast({ count: 0, of: 0 }, 0.95)).toBeNull()
  })
})

describe('a verdict on arms that are the same', () => {
  it.each([
    ['faster', null, null],
    ['regression', 'slower', null],
    ['unexplained', 'faster', null],
    ['confirmed', null, '2-5x'],
    ['exceeded', 'above 5x', '2-5x'],
    ['refuted', 'slower', '2-5x'],
    ['refuted', 'smaller', '2-5x'],
    ['refuted', 'faster', 'unchanged'],
  ] as const)('is false: %s (%s) of the claim %s', (verdict, detail, claim) => {
    expect(isFalseOfSame({ verdict, detail, claim })).toBe(true)
  })

  it.each([
    ['unchanged', null, null],
    ['inconclusive', null, '2-5x'],
    ['void', 'A/A failed', null],
    ['confirmed', null, 'unchanged'],
    ['refuted', 'no effect', '2-5x'],
    ['refuted', 'smaller or no effect', '2-5x'],
  ] as const)('is not: %s (%s) of the claim %s', (verdict, detail, claim) => {
    expect(isFalseOfSame({ verdict, detail, claim })).toBe(false)
  })
})
