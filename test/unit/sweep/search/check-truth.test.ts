import { describe, expect, it } from 'vitest'
import { differenceOf } from '../../../../src/sweep/search/check-truth.js'

const found = { ids: [1, 2], distances: [0.1, 0.2], matching: 10 }

describe('exact neighbours held against SQL', () => {
  it('are the same where distances agree within single precision', () => {
    expect(differenceOf(found, { ...found, distances: [0.1000001, 0.2] })).toBeNull()
  })

  it('may be other rows at the same distance', () => {
    expect(differenceOf(found, { ...found, ids: [3, 2] })).toBeNull()
  })

  it('differ where a distance does, and the rank is told', () => {
    expect(differenceOf(found, { ...found, distances: [0.1, 0.21] })).toContain('neighbour 2 is at 0.2')
  })

  it('differ where other rows match, or fewer were found', () => {
    expect(differenceOf(found, { ...found, matching: 9 })).toContain('10 rows have a distance, and 9 by SQL')
    expect(differenceOf(found, { ...found, distances: [0.1] })).toContain('there are 2, and 1 by SQL')
    expect(differenceOf(undefined, found)).toBe('there are none')
  })
})
