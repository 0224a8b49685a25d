import { describe, expect, it } from 'vitest'
import { placeLabels } from '../../../../src/report/vectors/place-labels.js'

const FRAME = { right: 900, top: 50, bottom: 500 }

describe('labels', () => {
  it('stand beside their points where there is room', () => {
    expect(placeLabels([{ x: 100, y: 100, text: 'a' }], FRAME)).toMatchObject([
      { labelX: 110, labelY: 100, anchor: 'start' },
    ])
  })

  it('make room for each other', () => {
    const [first, second] = placeLabels(
      [
        { x: 100, y: 100, text: 'one' },
        { x: 102, y: 101, text: 'two' },
      ],
      FRAME,
    )
    expect(Math.abs((first?.labelY ?? 0) - (second?.labelY ?? 0))).toBeGreaterThanOrEqual(14)
  })

  it('stand to the left at the right edge', () => {
    expect(placeLabels([{ x: 890, y: 100, text: 'long label' }], FRAME)).toMatchObject([
      { labelX: 880, anchor: 'end' },
    ])
  })
})
