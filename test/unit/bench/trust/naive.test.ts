// The tests that other designs are judged by do what their authors published: the comparison must be fair.
import { describe, expect, it } from 'vitest'
import { bootstrapMedians } from '../../../../bench/trust/naive/bootstrap-medians.js'
import { isBeyond } from '../../../../bench/trust/naive/difference.js'
import { mannWhitney } from '../../../../bench/trust/naive/mann-whitney.js'
import { twoSided, welch } from '../../../../bench/trust/naive/welch.js'
import { randomStream, type RandomStream } from '../../../../src/model/random.js'

const uniform = (random: RandomStream, n: number, shift: number): readonly number[] =>
  Array.from({ length: n }, () => 10 + shift + random.next())

const tests = { welch, mannWhitney, bootstrap: bootstrapMedians(randomStream(1, 'resamples')) }

describe.each(Object.entries(tests))('%s', (_, test) => {
  it('is wrong in about one of twenty comparisons of independent samples', () => {
    const random = randomStream(5, 'null')
    let wrong = 0
    for (let i = 0; i < 400; i++) {
      if (test(uniform(random, 60, 0), uniform(random, 60, 0)).differs) wrong++
    }
    expect(wrong / 400).toBeGreaterThan(0.02)
    expect(wrong / 400).toBeLessThan(0.09)
  })

  it('finds a difference that is there, with its size', () => {
    const random = randomStream(6, 'shift')
    const difference = test(uniform(random, 200, 1), uniform(random, 200, 0))
    expect(difference.differs).toBe(true)
    expect(difference.ratio).toBeGreaterThan(1.05)
    expect(difference.ratio).toBeLessThan(1.15)
    expect(isBeyond(difference)).toBe(true)
  })
})

describe('the t distribution', () => {
  // Student's table, as in every textbook.
  it.each([
    [2.228, 10, 0.05],
    [2.086, 20, 0.05],
    [2.576, 1e6, 0.01],
  ])('has |t| ≥ %d at %d degrees of freedom with probability %d', (t, freedom, probability) => {
    expect(twoSided(t, freedom)).toBeCloseTo(probability, 4)
  })
})

describe('Mann-Whitney', () => {
  it('shares the ranks of ties', () => {
    const same = Array.from({ length: 30 }, () => 7)
    expect(mannWhitney(same, same)).toEqual({ differs: false, ratio: 1 })
  })
})
