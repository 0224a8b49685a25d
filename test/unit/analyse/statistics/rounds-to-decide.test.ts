import { describe, expect, it } from 'vitest'
import { estimateSpeedup } from '../../../../src/analyse/statistics/estimate-speedup.js'
import { withOpenSides, type Bounded } from '../../../../src/analyse/judge/judgement.js'
import { median } from '../../../../src/analyse/statistics/median.js'
import { roundsToDecide } from '../../../../src/analyse/statistics/rounds-to-decide.js'
import { randomStream } from '../../../../src/model/random.js'
import { boundedDifferences } from '../../../support/bounded-differences.js'
import { gaussian } from '../../../support/gaussian.js'

const interval = (low: number, estimate: number, high: number, rounds = 18): Bounded => ({
  estimate,
  low,
  high,
  confidence: 0.99,
  rounds,
})

const roundsIn = (advice: string): number => Number(/about (\d+) rounds/.exec(advice)?.[1] ?? NaN)

describe('roundsToDecide', () => {
  it('needs four times the rounds to halve the width', () => {
    const halfWidth = 0.2
    const speedup = interval(Math.exp(-halfWidth), 1, Math.exp(halfWidth))
    expect(roundsToDecide(speedup, [Math.exp(halfWidth / 2)])).toBe('about 72 rounds would decide')
  })

  it('takes the edge that is hardest to clear, and leaves out what is cleared already', () => {
    const speedup = interval(Math.exp(-0.2), 1, Math.exp(0.2))
    expect(roundsIn(roundsToDecide(speedup, [Math.exp(0.1), Math.exp(-0.05), 5]))).toBe(288)
  })

  it('says where no number of rounds is an advice', () => {
    const near = 'the estimate lies so near the edge that 1000 rounds may not decide'
    expect(roundsToDecide(interval(0.9, 1.049, 1.2), [1.05])).toBe(near)
    expect(roundsToDecide(interval(0.9, 1, 1.1), [])).toBe(near)
  })

  it('advises more time where executions were cut off, which rounds cannot mend', () => {
    expect(roundsToDecide(interval(3, 3.3, Infinity), [5])).toContain('--statement-timeout')
    expect(roundsToDecide(interval(0, 0.3, 0.5), [0.4])).toContain('--statement-timeout')
  })

  it.each([
    [18, 0.05],
    [27, 0.01],
    [40, 0.01],
  ])(
    'from %i rounds at alpha %f tells the rounds whose interval is as wide as the way to the edge',
    (rounds, alpha) => {
      const stream = randomStream(rounds, 'rounds to decide')
      const measure = (count: number): Bounded => {
        const differences = Array.from({ length: count }, () => 0.4 + gaussian(stream) * 0.15)
        const speedup = estimateSpeedup(boundedDifferences(differences), alpha)
        const bounded = speedup === null ? null : withOpenSides(speedup)
        if (bounded === null) throw new Error('no interval')
        return bounded
      }
      const ratios = Array.from({ length: 60 }, () => {
        const first = measure(rounds)
        const way = 0.6 * (Math.log(first.high / first.low) / 2)
        const advised = roundsIn(roundsToDecide(first, [first.estimate * Math.exp(-way)]))
        const later = measure(advised)
        return Math.log(later.high / later.low) / 2 / way
      })
      expect(median(ratios)).toBeGreaterThan(0.85)
      expect(median(ratios)).toBeLessThan(1.15)
    },
  )
})
