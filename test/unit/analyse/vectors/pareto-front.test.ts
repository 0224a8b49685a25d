import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paretoFront } from '../../../../src/analyse/vectors/pareto-front.js'

describe('the Pareto front', () => {
  it('holds the points that no other beats in recall and time', () => {
    const points = [
      { recall: 0.9, ms: 1 },
      { recall: 0.95, ms: 2 },
      { recall: 0.94, ms: 3 },
      { recall: 1, ms: 20 },
    ]
    expect(paretoFront(points)).toEqual([true, true, false, true])
  })

  it('keeps equal points', () => {
    const point = { recall: 0.9, ms: 1 }
    expect(paretoFront([point, { ...point }])).toEqual([true, true])
  })

  it('leaves out the slower of two with the same recall', () => {
    expect(
      paretoFront([
        { recall: 0.9, ms: 1 },
        { recall: 0.9, ms: 2 },
      ]),
    ).toEqual([true, false])
  })

  it('is never empty where there is a point', () => {
    const trade = fc.record({
      recall: fc.double({ min: 0, max: 1, noNaN: true }),
      ms: fc.double({ min: 0, max: 9, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(trade, { minLength: 1, maxLength: 20 }), (points) => {
        expect(paretoFront(points)).toContain(true)
      }),
    )
  })
})
