import { describe, expect, it } from 'vitest'
import { roundDifferences } from '../../../../src/analyse/statistics/round-differences.js'
import type { Sample } from '../../../../src/model/evidence.js'

const sample = (given: Partial<Sample>): Sample => ({
  type: 'sample',
  round: 0,
  query: 'q',
  pair: 'main',
  arm: 'before',
  coin: 'ABBA',
  visit: 0,
  kept: true,
  row: 0,
  durationNs: 1000,
  rows: 1,
  ...given,
})

describe('roundDifferences', () => {
  it('is the logarithm of the ratio of lower quartiles, per round', () => {
    const samples = [200, 100, 900, 400, 300].map((durationNs) => sample({ durationNs, round: 4 }))
    const after = [10, 30, 20].map((durationNs) => sample({ durationNs, round: 4, arm: 'after' }))
    const { observed, least, most } = roundDifferences([...samples, ...after])
    expect(observed.get(4)).toBeCloseTo(Math.log(200 - 100 / 3) - Math.log(10 + 10 / 6), 12)
    expect([least, most]).toEqual([observed, observed])
  })

  it('is of medians, in both arms, where one kept too few for a quartile', () => {
    const samples = [100, 200, 900, 300].map((durationNs) => sample({ durationNs }))
    const after = [10, 30].map((durationNs) => sample({ durationNs, arm: 'after' }))
    expect(roundDifferences([...samples, ...after]).observed.get(0)).toBe(Math.log(250 / 20))
  })

  it('counts neither discarded nor failed executions', () => {
    const samples = [
      sample({ durationNs: 400 }),
      sample({ durationNs: 9e9, kept: false }),
      sample({ durationNs: 9e9, error: 'canceling statement' }),
      sample({ durationNs: 100, arm: 'after' }),
    ]
    expect(roundDifferences(samples).observed.get(0)).toBe(Math.log(4))
  })

  it('leaves out a round that lacks an arm', () => {
    expect(roundDifferences([sample({ arm: 'after' })]).observed.size).toBe(0)
  })

  it('stays finite where the clock saw nothing pass', () => {
    const samples = [sample({ durationNs: 0 }), sample({ durationNs: 0, arm: 'after' })]
    expect(roundDifferences(samples).observed.get(0)).toBe(0)
  })

  it.each([
    ['before', false, true],
    ['after', true, false],
    ['both', true, true],
  ])('is open where %s was cut off', (arm, isOpenBelow, isOpenAbove) => {
    const censored = (own: string) => (arm === own || arm === 'both' ? { censored: true as const } : {})
    const samples = [
      sample({ durationNs: 400 }),
      sample({ durationNs: 800, ...censored('before') }),
      sample({ durationNs: 100, arm: 'after', ...censored('after') }),
    ]
    const { observed, least, most } = roundDifferences(samples)
    expect(observed.get(0)).toBe(Math.log(6))
    expect(least.get(0)).toBe(isOpenBelow ? -Infinity : Math.log(6))
    expect(most.get(0)).toBe(isOpenAbove ? Infinity : Math.log(6))
  })
})
