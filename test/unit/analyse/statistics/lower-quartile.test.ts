import { describe, expect, it } from 'vitest'
import { lowerQuartile } from '../../../../src/analyse/statistics/lower-quartile.js'

describe('lowerQuartile', () => {
  // R: quantile(x, 0.25, type = 8)
  it.each([
    [[7], 7],
    [[4, 2], 2],
    [[1, 2, 3], 1 + 1 / 6],
    [[4, 3, 2, 1], 1 + 5 / 12],
    [[1, 2, 3, 4, 5], 1 + 2 / 3],
    [[10, 20, 30, 40, 50, 60, 70, 80], 24 + 1 / 6],
  ])('of %j', (values, quartile) => {
    expect(lowerQuartile(values)).toBeCloseTo(quartile, 12)
  })

  it('is null of nothing', () => {
    expect(lowerQuartile([])).toBeNull()
  })

  it('does not move with executions that a neighbour disturbed, as long as they are fewer than half', () => {
    expect(lowerQuartile([10, 11, 12, 13, 900, 901, 902])).toBe(lowerQuartile([10, 11, 12, 13, 14, 15, 16]))
  })
})
