import { describe, expect, it } from 'vitest'
import { placeLabels } from '../../../../src/report/vectors/place-labels.js'

const FRAME = { left: 50, right: 900, top: 50, bottom: 500 }

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
    expect([first?.anchor, first?.labelY]).not.toEqual([second?.anchor, second?.labelY])
  })

  it('lie on no point', () => {
    const points = [
      { x: 100, y: 100, text: 'label' },
      { x: 130, y: 100, text: 'b' },
    ]
    const [first] = placeLabels(points, FRAME)
    const isClear = first?.anchor === 'end' || Math.abs((first?.labelY ?? 0) - 100) >= 14
    expect(isClear).toBe(true)
  })

  it('stand to the left at the right edge', () => {
    expect(placeLabels([{ x: 890, y: 100, text: 'long label' }], FRAME)).toMatchObject([
      { labelX: 880, anchor: 'end' },
    ])
  })
})
