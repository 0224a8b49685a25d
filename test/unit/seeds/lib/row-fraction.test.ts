import { describe, expect, it } from 'vitest'
import { rowFraction } from '../../../../seeds/lib/row-fraction.js'

describe('the fraction of a row', () => {
  it('is the same whenever it is asked for, and another for another row, purpose or seed', () => {
    expect(rowFraction(1, 2, 3)).toBe(rowFraction(1, 2, 3))
    expect(rowFraction(1, 2, 4)).not.toBe(rowFraction(1, 2, 3))
    expect(rowFraction(1, 3, 3)).not.toBe(rowFraction(1, 2, 3))
    expect(rowFraction(2, 2, 3)).not.toBe(rowFraction(1, 2, 3))
  })

  it('is spread evenly from 0 to 1, and of two purposes independent', () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, row) => [rowFraction(7, 1, row), rowFraction(7, 2, row)] as const,
    )
    const share = (matches: (pair: readonly [number, number]) => boolean): number =>
      rows.filter(matches).length / rows.length
    expect(share(([a]) => a < 0.1)).toBeCloseTo(0.1, 1)
    expect(share(([a]) => a >= 0.9)).toBeCloseTo(0.1, 1)
    expect(share(([a, b]) => a < 0.5 && b < 0.5)).toBeCloseTo(0.25, 1)
  })
})
