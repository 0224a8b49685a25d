import fc from 'fast-check'
import { expect, test } from 'vitest'
import { padEndTo, padStartTo, textWidth, truncateText } from '../../../src/report/text-width.js'

test.each([
  ['abc', 3],
  ['µs ✓ ∞ – …', 10],
  ['日本語', 6],
  ['한글', 4],
  ['ﾊﾝ', 2],
  ['Ａ', 2],
  ['e\u0301', 1],
  ['😀', 2],
  ['👩‍👩‍👧', 2],
  ['🇫🇷', 2],
  ['\u200B', 0],
])('%j takes %i columns', (text, width) => {
  expect(textWidth(text)).toBe(width)
})

test('a text that fits is not touched, another ends in an ellipsis', () => {
  expect(truncateText('日本語', 6)).toBe('日本語')
  expect(truncateText('日本語', 5)).toBe('日本…')
  expect(truncateText('日本語', 4)).toBe('日…')
  expect(truncateText('a b', 0)).toBe('')
})

test('truncated text always fits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, width) => {
      expect(textWidth(truncateText(text, width))).toBeLessThanOrEqual(width)
    }),
  )
})

test('padding counts columns', () => {
  expect([padEndTo('日', 4), padStartTo('日', 4), padEndTo('abcde', 4)]).toEqual(['日  ', '  日', 'abcde'])
})
