import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainLine, plainLines } from '../../../src/model/plain-text.js'

test('a line loses colours, titles and bells, and its breaks become spaces', () => {
  expect(plainLine('\u001B[31ma\u001B[0m\tb\r\nc\u0007\u001B]0;title\u0007\u2028d')).toBe('a b c d')
})

test('text that is written backwards by a control is read in its own order', () => {
  expect(plainLine('a\u202Eb\u2066c')).toBe('abc')
})

test('emoji and letters of any script stay', () => {
  expect(plainLine('日本語 👩‍👩‍👧 ağır')).toBe('日本語 👩‍👩‍👧 ağır')
})

test('lines stay lines, whoever ended them', () => {
  expect(plainLines('a\r\n\tb\rc\n\u001B[1md')).toBe('a\n b\nc\nd')
})

test('no control character survives', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(plainLine(text)).not.toMatch(/\p{Cc}/u)
    }),
  )
})
