import { describe, expect, it } from 'vitest'
import { countAt } from '../../../../bench/faults/moment.js'

const MARKS = [0, 10, 10, 100]

describe('a moment of a run, as a count of what passes', () => {
  it('is anywhere in the run', () => {
    expect(countAt({ phase: null, fraction: 0 }, MARKS)).toBe(1)
    expect(countAt({ phase: null, fraction: 0.999 }, MARKS)).toBe(100)
  })

  it('is anywhere in one of its phases, however short', () => {
    expect(countAt({ phase: 0, fraction: 0.5 }, MARKS)).toBe(6)
    expect(countAt({ phase: 0.5, fraction: 0.5 }, MARKS)).toBe(11)
    expect(countAt({ phase: 0.99, fraction: 0.5 }, MARKS)).toBe(56)
  })
})
