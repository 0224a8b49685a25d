import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EXPLAINED_ROWS, firstRowOf, sizeWrites } from '../../../../src/measure/price/size-writes.js'

describe('the size of a visit that writes', () => {
  it.each([
    [1000, 0.2e6, { discard: 2, keep: 10, rounds: 40 }],
    [500, 0.2e6, { discard: 2, keep: 10, rounds: 20 }],
    [200, 0.2e6, { discard: 2, keep: 5, rounds: 13 }],
    [1000, 40e6, { discard: 1, keep: 2, rounds: 40 }],
    [1000, 900e6, { discard: 1, keep: 1, rounds: 40 }],
    [8, 0.2e6, { discard: 2, keep: 1, rounds: 0 }],
  ])('with %d rows at %d ns is %o', (rows, medianNs, size) => {
    expect(sizeWrites(rows, medianNs)).toEqual(size)
  })

  it('writes no row twice, and none of those kept back', () => {
    const once = fc.property(
      fc.integer({ min: 0, max: 3000 }),
      fc.integer({ min: 0, max: 1e9 }),
      (rows, medianNs) => {
        const size = sizeWrites(rows, medianNs)
        const perVisit = size.discard + size.keep
        const starts = Array.from({ length: size.rounds }, (_, i) =>
          [0, 1].map((pass) => firstRowOf(size, i + 1, pass)),
        ).flat()
        const inOrder = starts.map((_, i) => firstRowOf(size, 1, 0) + i * perVisit)
        const end = (starts.at(-1) ?? -perVisit) + perVisit
        return String(starts) === String(inOrder) && end <= Math.max(0, rows - EXPLAINED_ROWS)
      },
    )
    expect(fc.check(once)).toMatchObject({ failed: false, counterexample: null })
  })
})
