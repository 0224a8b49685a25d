import { describe, expect, it } from 'vitest'
import { renderFrame } from '../../../../src/postgres/sql/frame.js'

describe('renderFrame', () => {
  it('shows the line and the one before it, with a caret under the column', () => {
    expect(renderFrame('one\ntwo\nthree', 2, 3)).toBe('  1 | one\n> 2 | two\n    |   ^')
  })

  it('aligns the numbers of lines', () => {
    const text = Array.from({ length: 10 }, (_, i) => `line ${i + 1}`).join('\n')
    expect(renderFrame(text, 10, 1)).toBe('   9 | line 9\n> 10 | line 10\n     | ^')
  })

  it('keeps tabs before the caret, and gives an emoji two columns', () => {
    expect(renderFrame('\t😀x', 1, 3)).toBe('> 1 | \t😀x\n    | \t  ^')
  })

  it('shows a CRLF line without its carriage return', () => {
    expect(renderFrame('a\r\nb\r\n', 1, 2)).toBe('> 1 | a\n    |  ^')
  })

  it('shows only the part of a long line around the place', () => {
    const [line = '', caret = ''] = renderFrame(`${'a'.repeat(500)}X${'b'.repeat(500)}`, 1, 501).split('\n')
    expect(line.length).toBeLessThan(125)
    expect(line[caret.indexOf('^')]).toBe('X')
  })

  it('shows no character that would move the cursor or reorder the line', () => {
    expect(renderFrame('a\u001b[2J\u202eb', 1, 1)).toBe('> 1 | a�[2J�b\n    | ^')
  })
})
