import { describe, expect, it } from 'vitest'
import { linearScale, logScale } from '../../../../src/report/vectors/chart-scale.js'

describe('a linear scale', () => {
  it('has its ends where they were asked for, and round ticks', () => {
    const scale = linearScale(0.9, 1, 100, 200)
    expect(scale.place(0.9)).toBeCloseTo(100, 9)
    expect(scale.place(1)).toBeCloseTo(200, 9)
    expect(scale.ticks).toEqual([0.9, 0.92, 0.94, 0.96, 0.98, 1])
  })
})

describe('a logarithmic scale', () => {
  it('gives equal ratios equal distances', () => {
    const { place } = logScale(1, 100, 0, 200)
    expect(place(10) - place(1)).toBeCloseTo(place(100) - place(10), 9)
  })

  it('has ticks at 1, 2 and 5 times the powers of ten', () => {
    expect(logScale(0.9, 12, 0, 1).ticks).toEqual([1, 2, 5, 10])
  })
})
