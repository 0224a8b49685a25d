import { describe, expect, it } from 'vitest'
import { estimateSpeedup } from '../../../../src/analyse/statistics/estimate-speedup.js'
import type { BoundedDifferences } from '../../../../src/analyse/statistics/round-differences.js'
import {
  shareAlphaAtLastLook,
  type Unclaimed,
} from '../../../../src/analyse/statistics/share-alpha-at-last-look.js'
import type { AlphaShares } from '../../../../src/analyse/statistics/share-alpha.js'
import type { Pair } from '../../../../src/model/comparison.js'
import { randomStream, type RandomStream } from '../../../../src/model/random.js'
import { boundedDifferences } from '../../../support/bounded-differences.js'
import { gaussian } from '../../../support/gaussian.js'

const DELTA = 1.05
/** A level that a simulation can see: 10 % in place of 1 %. */
const LEVEL = 0.1
const sharesOf = (level: number, members: number): AlphaShares => ({
  claimed: 0.005,
  control: 0.025,
  unclaimed: level / members,
  closer: () => level / members,
})

const rounds = (stream: RandomStream, speedup: number, count = 18): BoundedDifferences =>
  boundedDifferences(
    Array.from({ length: count }, () => {
      const drift = stream.below(50) === 0 ? 2.3 : 0
      return Math.log(speedup) + gaussian(stream) * 0.1 + (stream.coin() ? drift : -drift)
    }),
  )

const member = (differences: BoundedDifferences, changes: Partial<Unclaimed> = {}): Unclaimed => ({
  query: 'q',
  pair: 'main',
  differences,
  isVoid: false,
  ...changes,
})

const clear = (count: number): Unclaimed[] => {
  const stream = randomStream(3, 'clear')
  return Array.from({ length: count }, () => member(rounds(stream, 3)))
}

const isOutside = (differences: BoundedDifferences, alpha: number): boolean => {
  const speedup = estimateSpeedup(differences, alpha)
  return (speedup?.low ?? 0) > DELTA || (speedup?.high ?? Infinity) < 1 / DELTA
}

describe('the shares of alpha at the last look', () => {
  it('of a family of one are those of every look', () => {
    for (const family of [clear(1), [member(rounds(randomStream(1, 'null'), 1))]]) {
      expect(shareAlphaAtLastLook(sharesOf(0.01, 1), family, DELTA).unclaimed).toBe(0.01)
    }
  })

  it('are those of every look where nothing is found, and where there is nothing to find', () => {
    const stream = randomStream(2, 'nulls')
    const nulls = Array.from({ length: 8 }, () => member(rounds(stream, 1)))
    expect(shareAlphaAtLastLook(sharesOf(0.01, 8), nulls, DELTA).unclaimed).toBe(0.01 / 8)
    expect(shareAlphaAtLastLook(sharesOf(0.01, 1), [], DELTA).unclaimed).toBe(0.01)
  })

  it('are the whole level where all are found', () => {
    expect(shareAlphaAtLastLook(sharesOf(0.01, 8), clear(8), DELTA).unclaimed).toBeCloseTo(0.01, 15)
  })

  it('count what is void as a member and not as a discovery', () => {
    const family = clear(8).map((one, i) => ({ ...one, isVoid: i < 6 }))
    expect(shareAlphaAtLastLook(sharesOf(0.01, 8), family, DELTA).unclaimed).toBeCloseTo(0.01 / 4, 15)
  })

  it('leave claims and controls alone, and keep the kinds of closer looks apart', () => {
    const without: Pair[] = ['without public.a', 'without public.b']
    const family = [
      ...clear(4),
      ...clear(2).map((one, i) => ({ ...one, pair: without[i] ?? 'policy' })),
      member(rounds(randomStream(4, 'null'), 1), { pair: 'policy' }),
    ]
    const shares = shareAlphaAtLastLook(sharesOf(0.04, 4), family, DELTA)
    expect(shares).toMatchObject({ claimed: 0.005, control: 0.025, unclaimed: 0.04 })
    expect(shares.closer('without public.b')).toBeCloseTo(0.02, 15)
    expect(shares.closer('policy')).toBeCloseTo(0.01, 15)
  })
})

describe('the last look, simulated', () => {
  // The hardest truth for a null hypothesis lies just at the smallest effect.
  const SPEEDUPS = [
    ...Array.from({ length: 12 }, (_, i) => DELTA ** (i % 2 === 0 ? 1 : -1)),
    1.15,
    1.15,
    0.85,
    0.7,
  ]
  const trials = Array.from({ length: 200 }, (_, seed) => {
    const stream = randomStream(seed, 'false discoveries')
    const family = SPEEDUPS.map((speedup) => member(rounds(stream, speedup)))
    const alpha = shareAlphaAtLastLook(sharesOf(LEVEL, family.length), family, DELTA).unclaimed
    const found = SPEEDUPS.flatMap((speedup, i) => {
      const differences = family[i]?.differences
      if (differences === undefined || !isOutside(differences, alpha)) return []
      const interval = estimateSpeedup(differences, alpha)
      const isCovered = (interval?.low ?? 0) <= speedup && speedup <= (interval?.high ?? Infinity)
      return [{ isFalse: speedup === DELTA || speedup === 1 / DELTA, isCovered }]
    })
    return { found, discoveries: Math.round((alpha * family.length) / LEVEL) }
  })
  const share = (is: (one: { isFalse: boolean; isCovered: boolean }) => boolean): number =>
    trials.reduce((sum, { found }) => sum + found.filter(is).length / Math.max(1, found.length), 0) /
    trials.length

  it('finds as many intervals outside the band as the procedure selects: verdict and interval agree', () => {
    for (const { found, discoveries } of trials) expect(Math.max(1, found.length)).toBe(discoveries)
  })

  it('reports no more false discoveries than it may, and some', () => {
    const falseShare = share(({ isFalse }) => isFalse)
    expect(falseShare).toBeLessThan((LEVEL * 12) / SPEEDUPS.length)
    expect(falseShare).toBeGreaterThan(0.01)
  })

  it('misses the truth with no more of the intervals it reports than it may', () => {
    expect(share(({ isCovered }) => !isCovered)).toBeLessThan(LEVEL)
  })

  it('finds more than splitting alpha among all would', () => {
    const total = trials.reduce((sum, { found }) => sum + found.length, 0)
    const bonferroni = Array.from({ length: 200 }, (_, seed) => {
      const stream = randomStream(seed, 'false discoveries')
      return SPEEDUPS.filter((speedup) => isOutside(rounds(stream, speedup), LEVEL / SPEEDUPS.length)).length
    }).reduce((sum, count) => sum + count, 0)
    expect(total).toBeGreaterThan(bonferroni * 1.05)
  })
})
