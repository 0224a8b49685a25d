import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SourceMap } from '../../../../src/postgres/sql/source-map.js'

describe('SourceMap', () => {
  it('counts columns in code points, whichever unit the position comes in', () => {
    const text = "-- é\nselect '😀', x"
    const map = new SourceMap(text)
    const place = { line: 2, column: 13 }
    expect(map.atIndex(text.indexOf('x'))).toEqual(place)
    expect(map.atByte(Buffer.byteLength(text) - 1)).toEqual(place)
    expect(map.atCodePoint(Array.from(text).length - 1)).toEqual(place)
  })

  it('starts lines after the line feed of CRLF', () => {
    expect(new SourceMap('a\r\nb').atByte(3)).toEqual({ line: 2, column: 1 })
  })

  it('counts a tab as one column', () => {
    expect(new SourceMap('\tx').atByte(1)).toEqual({ line: 1, column: 2 })
  })

  it('places the end of the text', () => {
    expect(new SourceMap('ab').atByte(2)).toEqual({ line: 1, column: 3 })
    expect(new SourceMap('ab\n').atCodePoint(3)).toEqual({ line: 2, column: 1 })
    expect(new SourceMap('').atByte(0)).toEqual({ line: 1, column: 1 })
  })

  it('counts in a line of any length', () => {
    const map = new SourceMap(`x\n${'é😀'.repeat(5_000)}`)
    for (const column of [1, 171, 172, 341, 342, 343, 9_999, 10_001]) {
      const place = { line: 2, column }
      expect(map.atCodePoint(map.codePointAt(place))).toEqual(place)
      expect(map.atByte(map.byteOfCodePoint(map.codePointAt(place)))).toEqual(place)
    }
  })

  it('agrees with itself in bytes, code points and UTF-16 units', () => {
    const character = fc.constantFrom('a', 'é', '字', '😀', '\n', '\r\n', '\t')
    fc.assert(
      fc.property(fc.array(character), fc.array(character), (head, tail) => {
        const [before, text] = [head.join(''), [...head, ...tail].join('')]
        const map = new SourceMap(text)
        const codePoints = Array.from(before).length
        const place = map.atIndex(before.length)
        expect(map.atByte(Buffer.byteLength(before))).toEqual(place)
        expect(map.atCodePoint(codePoints)).toEqual(place)
        expect(map.codePointAt(place)).toBe(codePoints)
        expect(map.byteOfCodePoint(codePoints)).toBe(Buffer.byteLength(before))
        expect(place.line).toBe(before.split('\n').length)
      }),
    )
  })
})
