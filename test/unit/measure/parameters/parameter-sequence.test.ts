import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parameterSequence } from '../../../../src/measure/parameters/parameter-sequence.js'
import { randomStream } from '../../../../src/model/random.js'

const rows = ['largest', 'largest', 'largest', 'median', 'tail', 'tail'].map((cohort) => ({ cohort }))
const take = (count: number, seed = 1): number[] => {
  const rowOf = parameterSequence(rows, randomStream(seed, 'test'))
  return Array.from({ length: count }, (_, i) => rowOf(i + 1))
}

describe('the sequence of parameter rows', () => {
  it('uses every cohort once in each group of rounds', () => {
    const sequence = take(30)
    for (let i = 0; i < 30; i += 3) {
      const cohorts = sequence.slice(i, i + 3).map((row) => rows[row]?.cohort ?? 'none')
      expect(cohorts.toSorted()).toEqual(['largest', 'median', 'tail'])
    }
  })

  it('uses every row of a cohort before it uses one again', () => {
    const largest = take(18).filter((row) => row < 3)
    expect(largest.slice(0, 3).toSorted((a, b) => a - b)).toEqual([0, 1, 2])
    expect(largest.slice(3, 6).toSorted((a, b) => a - b)).toEqual([0, 1, 2])
  })

  it('gives the same row for a round however often and in whatever order it is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }), (asked) => {
        const rowOf = parameterSequence(rows, randomStream(3, 'test'))
        const expected = take(50, 3)
        for (const round of asked) expect(rowOf(round)).toBe(expected[round - 1])
      }),
    )
  })

  it('depends on the seed', () => {
    expect(take(30, 1)).not.toEqual(take(30, 2))
  })
})
