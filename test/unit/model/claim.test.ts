import { describe, expect, it } from 'vitest'
import { parseClaim } from '../../../src/model/claim.js'

describe('a claim', () => {
  it.each([
    ['10-100x', { kind: 'range', text: '10-100x', low: 10, high: 100 }],
    ['10x-100x', { kind: 'range', text: '10x-100x', low: 10, high: 100 }],
    ['1.5 – 2x', { kind: 'range', text: '1.5 – 2x', low: 1.5, high: 2 }],
    ['>=5x', { kind: 'range', text: '>=5x', low: 5, high: null }],
    [' >= 0.5x ', { kind: 'range', text: '>= 0.5x', low: 0.5, high: null }],
    ['unchanged', { kind: 'unchanged', text: 'unchanged' }],
  ])('%j is read', (text, claim) => {
    expect(parseClaim(text)).toEqual(claim)
  })

  it.each([
    ['faster', /expected "10-100x"/],
    ['5x', /expected "10-100x"/],
    ['10-100', /expected "10-100x"/],
    ['-5-10x', /expected "10-100x"/],
    ['1e3-1e4x', /expected "10-100x"/],
    ['', /expected "10-100x"/],
    ['0-5x', /a ratio above zero/],
    ['>=0x', /a ratio above zero/],
    ['100-10x', /the range ends \(10x\) below its start \(100x\)/],
  ])('%j is refused, and why', (text, problem) => {
    expect(parseClaim(text)).toEqual({ problem: expect.stringMatching(problem) })
  })
})
