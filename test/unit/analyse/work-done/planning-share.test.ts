import { describe, expect, it } from 'vitest'
import { planningShare } from '../../../../src/analyse/work-done/planning-share.js'

const FAST = [0.28, 0.29, 0.3, 0.3, 0.31, 0.4]
const SLOW = [0.88, 0.89, 0.9, 0.9, 0.91, 1.2]

describe('the part of a difference that is planning', () => {
  it('is its median against the gap', () => {
    const planning = planningShare(FAST, SLOW, 0.75)
    expect(planning).toMatchObject({ beforeMs: 0.3, afterMs: 0.9 })
    expect(planning?.share).toBeCloseTo(0.8, 12)
  })

  it('explains nothing under half of the gap', () => {
    expect(planningShare(FAST, SLOW, 1.19)).not.toBeNull()
    expect(planningShare(FAST, SLOW, 1.21)).toBeNull()
  })

  it('explains a gap in its own direction only', () => {
    expect(planningShare(FAST, SLOW, -0.75)).toBeNull()
    expect(planningShare(SLOW, FAST, -0.75)).toMatchObject({ beforeMs: 0.9, afterMs: 0.3 })
    expect(planningShare(FAST, SLOW, 0)).toBeNull()
  })

  it('explains nothing where the middle halves of both arms overlap, or times are few', () => {
    const spread = [0.2, 0.25, 0.3, 0.5, 0.6, 0.7]
    expect(planningShare(spread, [0.4, 0.45, 0.6, 0.6, 0.7, 0.8], 0.1)).toBeNull()
    expect(planningShare([0.3], [0.9], 0.6)).toBeNull()
    expect(planningShare([], [], 0.6)).toBeNull()
  })
})
