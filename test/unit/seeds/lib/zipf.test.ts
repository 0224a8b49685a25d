import { describe, expect, it } from 'vitest'
import { aliasSampler } from '../../../../seeds/lib/alias-sampler.js'
import { steadyPower } from '../../../../seeds/lib/power.js'
import { zipfWeights } from '../../../../seeds/lib/zipf.js'
import { randomStream } from '../../../../src/model/random.js'

describe('steadyPower', () => {
  it.each([
    [2, 0.5],
    [300, 0.7],
    [24, 0.35],
    [5000, 1.05],
    [0.9, 12],
    [7, 0],
    [0, 8],
  ])('agrees with the mathematical %d ** %d', (base, exponent) => {
    expect(steadyPower(base, exponent) / base ** exponent || 1).toBeCloseTo(1, 7)
  })
})

describe('zipfWeights', () => {
  it('falls with the rank to the exponent and adds up to one', () => {
    const weights = zipfWeights(100, 1)
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
    expect((weights[0] ?? 0) / (weights[9] ?? 0)).toBeCloseTo(10, 9)
  })
})

describe('aliasSampler', () => {
  it('draws each index as often as its weight says', () => {
    const weights = [5, 0, 1, 3, 0.5, 0.5]
    const draw = aliasSampler(weights)
    const random = randomStream(1, 'alias')
    const seen = weights.map(() => 0)
    for (let i = 0; i < 100_000; i++) {
      const index = draw(random)
      seen[index] = (seen[index] ?? 0) + 1
    }
    expect(seen.map((count) => Math.round(count / 1000) / 10)).toEqual(
      weights.map((weight) => expect.closeTo(weight, 0)),
    )
    expect(seen[1]).toBe(0)
  })

  it('refuses weights that are all zero', () => {
    expect(() => aliasSampler([0, 0])).toThrow(RangeError)
  })
})
