import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomStream } from '../../../src/model/random.js'

const take = (seed: number, name: string, count = 20): number[] => {
  const random = randomStream(seed, name)
  return Array.from({ length: count }, () => random.next())
}

describe('a random stream', () => {
  it('repeats for the same seed and name, and differs for another of either', () => {
    expect(take(1, 'a')).toEqual(take(1, 'a'))
    expect(take(1, 'a')).not.toEqual(take(2, 'a'))
    expect(take(1, 'a')).not.toEqual(take(1, 'b'))
  })

  it('gives the same numbers on every machine', () => {
    const random = randomStream(42, 'pinned')
    expect(Array.from({ length: 6 }, () => random.below(1000))).toEqual([99, 421, 891, 932, 27, 676])
  })

  it('stays in [0, 1) and is uniform', () => {
    const counts = Array.from({ length: 10 }, () => 0)
    for (const value of take(3, 'uniform', 20_000)) {
      expect(value).toBeGreaterThanOrEqual(0)
      expect(value).toBeLessThan(1)
      const bin = Math.floor(value * 10)
      counts[bin] = (counts[bin] ?? 0) + 1
    }
    // Ten bins of 2,000 expected: five standard deviations are 212.
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(212)
  })

  it('has a fair coin in each of 32 bits', () => {
    const random = randomStream(7, 'bits')
    const drawn = Array.from({ length: 10_000 }, () => random.bits())
    expect(drawn.every(Number.isInteger)).toBe(true)
    for (let bit = 0; bit < 32; bit++) {
      const ones = drawn.filter((bits) => ((bits >>> bit) & 1) === 1).length
      expect(Math.abs(ones - 5000)).toBeLessThan(250)
    }
  })

  it('gives a chance as often as was asked for, and as its uniform numbers would', () => {
    const [random, twin] = [randomStream(9, 'chances'), randomStream(9, 'chances')]
    const taken = Array.from({ length: 10_000 }, () => random.chance(0.3))
    expect(taken).toEqual(taken.map(() => twin.next() < 0.3))
    expect(Math.abs(taken.filter(Boolean).length - 3000)).toBeLessThan(230)
    expect([random.chance(0), random.chance(1)]).toEqual([false, true])
  })

  it('tosses fair coins', () => {
    const random = randomStream(5, 'coins')
    const heads = Array.from({ length: 10_000 }, () => random.coin()).filter(Boolean).length
    expect(Math.abs(heads - 5000)).toBeLessThan(250)
  })

  it('shuffles without losing, doubling or touching the original', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 0, max: 1000 }), (items, seed) => {
        const original = [...items]
        const shuffled = randomStream(seed, 'shuffle').shuffle(items)
        expect(items).toEqual(original)
        expect(shuffled.toSorted((a, b) => a - b)).toEqual(items.toSorted((a, b) => a - b))
      }),
    )
  })
})
