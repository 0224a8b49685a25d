import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  counted,
  digits,
  formatBytes,
  formatCount,
  formatDuration,
  formatInterval,
  formatMs,
  formatPercent,
  formatRatio,
  formatRecall,
  formatSpeedup,
} from '../../../src/report/format.js'

test('recall has three digits, and what is not quite 1 is not written as 1', () => {
  expect([0.95, 0.9534, 0.9999, 1, null].map(formatRecall)).toEqual(['0.950', '0.953', '0.999', '1.000', '–'])
})

test('latencies have three digits and the unit that keeps them short', () => {
  expect([0, 0.000_5, 0.001, 0.812, 12.4, 12.44, 999.4, 999.9, 1340, 125_000].map(formatMs)).toEqual([
    '0 ms',
    '0.5 µs',
    '0.001 ms',
    '0.812 ms',
    '12.4 ms',
    '12.4 ms',
    '999 ms',
    '1 s',
    '1.34 s',
    '125 s',
  ])
})

test('what was not measured is a dash', () => {
  expect([formatMs(null), formatCount(null), formatSpeedup(null)]).toEqual(['–', '–', '–'])
})

test('ratios have three digits without trailing zeros', () => {
  expect([4.5, 123.4, 1.004, 0.9512, 12_345, 0.004_321].map(formatRatio)).toEqual([
    '4.5x',
    '123x',
    '1x',
    '0.951x',
    '12,300x',
    '0.00432x',
  ])
})

test('a side that is not bounded is zero or infinity', () => {
  expect(formatInterval(7.9, 8.6)).toBe('[7.9, 8.6]')
  expect(formatInterval(null, null)).toBe('[0, ∞]')
})

test('a speed-up carries its interval', () => {
  expect(formatSpeedup({ estimate: 8.2, low: 7.9, high: 8.6, confidence: 0.95, rounds: 12 })).toBe(
    '8.2x [7.9, 8.6]',
  )
})

test("sizes are in PostgreSQL's units", () => {
  expect([0, 0.5, 8192, 1023, 1024, 1_258_291, 1_048_575, 8 * 2 ** 30, 2 ** 52].map(formatBytes)).toEqual([
    '0 B',
    '0.5 B',
    '8 kB',
    '1,020 B',
    '1 kB',
    '1.2 MB',
    '1,020 kB',
    '8 GB',
    '4,100 TB',
  ])
})

test('counts are exact, with a comma every three digits', () => {
  expect([0, 999, 1000, 1_234_567, -1000, 12.5].map(formatCount)).toEqual([
    '0',
    '999',
    '1,000',
    '1,234,567',
    '-1,000',
    '12.5',
  ])
})

test('a confidence near certainty keeps the digits that tell it from certainty', () => {
  expect([0.05, 0.95, 0.999, 0.9986, 0.999_667, 1].map(formatPercent)).toEqual([
    '5 %',
    '95 %',
    '99.9 %',
    '99.9 %',
    '99.97 %',
    '100 %',
  ])
})

test('durations are read by people who wait', () => {
  expect([400, 9_940, 12_300, 59_600, 200_000, 3_599_400, 3_900_000].map(formatDuration)).toEqual([
    '0.4 s',
    '9.9 s',
    '12 s',
    '1 min 00 s',
    '3 min 20 s',
    '59 min 59 s',
    '1 h 05 min',
  ])
})

test('one thing is singular', () => {
  expect([counted(1, 'claim'), counted(2, 'claim'), counted(0, 'query', 'queries')]).toEqual([
    '1 claim',
    '2 claims',
    '0 queries',
  ])
})

describe('digits', () => {
  test('stays within half a unit of the third digit, and never needs an exponent', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e15, noNaN: true }), (value) => {
        const text = digits(value)
        expect(text).toMatch(/^[\d,]+(\.\d+)?$/)
        expect(Math.abs(Number(text.replaceAll(',', '')) / value - 1)).toBeLessThanOrEqual(0.005_001)
      }),
    )
  })

  test('what is no number is no number', () => {
    expect([digits(Infinity), digits(Number.NaN)]).toEqual(['∞', '–'])
  })
})
