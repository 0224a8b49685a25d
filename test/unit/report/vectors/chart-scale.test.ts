import { describe, expect, it } from 'vitest'
import { logScale, recallScale } from '../../../../src/report/vectors/chart-scale.js'

describe('a scale of recall', () => {
  it('has its ends where they were asked for, and the targets as ticks', () => {
    const scale = recallScale(0.5, 100, 900)
    expect(scale.place(0.5)).toBeCloseTo(100, 9)
    expect(scale.place(1)).toBeCloseTo(900, 9)
    expect(scale.ticks).toEqual([0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1])
  })

  it('gives room to high recall', () => {
    const { place } = recallScale(0, 0, 1000)
    expect(place(0.99) - place(0.95)).toBeGreaterThan(place(0.9) - place(0.8))
  })

  it('has no ticks on each other', () => {
    const { place, ticks } = recallScale(0, 0, 400)
    const gaps = ticks.slice(1).map((tick, position) => place(tick) - place(ticks[position] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(36)
    expect(ticks).toEqual(expect.arrayContaining([0.9, 0.95, 0.99, 1]))
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
