import { expect, test } from 'vitest'
import { remainingTime, wholePercent } from '../../../../src/cli/progress/remaining-time.js'

test('a quarter done in ten seconds leaves thirty', () => {
  expect(remainingTime(0.25, 10_000)).toBe('30 s left')
})

test('nothing is promised before 5 % or after the end', () => {
  expect(remainingTime(0.049, 10_000)).toBe('')
  expect(remainingTime(1, 10_000)).toBe('')
})

test('a percentage stays between 0 and 100, whatever was counted', () => {
  expect([-0.2, 0.999, 1.3, Number.NaN].map(wholePercent)).toEqual(['0 %', '99 %', '100 %', '0 %'])
})
