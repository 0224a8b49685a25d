import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuantifier, requiredMembers } from '../../../src/model/quantifier.js'

describe('a quantifier', () => {
  it.each([
    ['every', 5, 5],
    ['at least one', 5, 1],
    ['at least 80%', 5, 4],
    ['at least 80 %', 6, 5],
    ['at least 33.3%', 3, 1],
    ['at least 1%', 3, 1],
    ['at least 7%', 100, 7],
    ['at least 100%', 7, 7],
  ])('%j of %i members asks for %i', (text, members, required) => {
    const quantifier = parseQuantifier(text)
    if (!('kind' in quantifier) || quantifier.kind !== 'share') throw new Error('not a share')
    expect(requiredMembers(quantifier.share, members)).toBe(required)
  })

  it('is also their geometric mean', () => {
    expect(parseQuantifier(' geometric mean ')).toEqual({ kind: 'geometric mean', text: 'geometric mean' })
  })

  it.each([
    ['all', /expected "every", "geometric mean", "at least 80%"/],
    ['most', /expected "every"/],
    ['at least two', /expected "every"/],
    ['at least 0%', /above 0 and at most 100/],
    ['at least 101%', /above 0 and at most 100/],
  ])('%j is refused, and why', (text, problem) => {
    expect(parseQuantifier(text)).toEqual({ problem: expect.stringMatching(problem) })
  })

  it('asks for at least its share, and for no member more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 200 }), (percent, members) => {
        const required = requiredMembers(percent / 100, members)
        expect(required * 100).toBeGreaterThanOrEqual(percent * members)
        expect((required - 1) * 100).toBeLessThan(percent * members)
      }),
    )
  })
})
