import { expect, it } from 'vitest'
import { durationText } from '../../../src/cli/duration-text.js'
import { duration } from '../../../src/cli/run-arguments.js'

it.each([
  [300_000, '5m'],
  [90_000, '90s'],
  [36_667, '36667ms'],
])('%d ms are written as %s, and read back', (ms, text) => {
  expect(durationText(ms)).toBe(text)
  expect(duration.parse(text)).toBe(ms)
})
