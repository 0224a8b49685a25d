import { describe, expect, it } from 'vitest'
import { speedupAboveFloor } from '../../../../src/analyse/summaries/speedup-above-floor.js'

describe('speedupAboveFloor', () => {
  it.each([
    ['takes the floor off both arms', 10.1, 0.2, 0.1, 100],
    ['is not needed where the faster arm is five floors or more', 10, 0.5, 0.1, null],
    ['is not defined where an arm is under the floor', 10, 0.1, 0.1, null],
    ['also serves a slower after', 0.2, 0.3, 0.1, 0.5],
    ['needs both arms', null, 0.3, 0.1, null],
    ['needs a floor', 1, 0.3, null, null],
  ])('%s', (_, before, after, floor, expected) => {
    const ratio = speedupAboveFloor(before, after, floor)
    expect(ratio === null ? null : Number(ratio.toFixed(9))).toBe(expected)
  })
})
