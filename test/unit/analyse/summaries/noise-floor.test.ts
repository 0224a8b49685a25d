import { describe, expect, it } from 'vitest'
import { analyse } from '../../../../src/analyse/analyse.js'
import { controlFailureOf, smallestEffectOf } from '../../../../src/analyse/summaries/noise-floor.js'
import type { NoiseFloor } from '../../../../src/model/result.js'
import { makeEvidence } from '../../../support/evidence.js'

const POLICY = makeEvidence().header.policy

const withControl = (low: number, high: number, rounds = 18): NoiseFloor => ({
  low,
  high,
  clientFloorMs: null,
  controls: [
    {
      query: 'q',
      kind: 'same arm',
      speedup: { estimate: Math.sqrt(low * high), low, high, confidence: 0.95, rounds },
    },
  ],
})

describe('the noise floor', () => {
  it('is the envelope of the controls', () => {
    const { noiseFloor } = analyse(makeEvidence({ noise: 0.1 }))
    const sameArm = noiseFloor.controls.filter(({ kind }) => kind === 'same arm')
    const bounds = sameArm.map(({ speedup }) => speedup)
    expect(sameArm.map(({ query }) => query)).toEqual(['recent-messages', 'message-by-id'])
    expect(noiseFloor.low).toBe(Math.min(...bounds.map(({ low }) => low ?? NaN)))
    expect(noiseFloor.high).toBe(Math.max(...bounds.map(({ high }) => high ?? NaN)))
    expect(noiseFloor.clientFloorMs).toBe(0.05)
    expect(bounds[0]?.confidence).toBe(0.975)
  })

  it('has no bounds before the controls have the rounds of a verdict', () => {
    const { noiseFloor, delta } = analyse(makeEvidence({ rounds: 9, noise: 0.3 }))
    expect(noiseFloor).toMatchObject({ low: null, high: null })
    expect(noiseFloor.controls).toHaveLength(3)
    expect(delta).toBe(1.05)
  })
})

describe('a query whose work is the same in both arms', () => {
  const queries = [
    { name: 'helped', speedup: 5 },
    { name: 'slower-to-plan', speedup: 0.8, planChanges: false },
  ]

  it('is listed as a control before against after', () => {
    const { noiseFloor } = analyse(makeEvidence({ queries, noise: 0.02 }))
    expect(noiseFloor.controls.map(({ query, kind }) => [query, kind])).toEqual([
      ['helped', 'same arm'],
      ['slower-to-plan', 'same arm'],
      ['slower-to-plan', 'same work'],
    ])
    expect(noiseFloor.controls.at(-1)?.speedup.estimate).toBeCloseTo(0.8, 1)
  })

  it('neither raises the smallest effect nor fails the A/A comparison: planning may truly cost more', () => {
    const analysis = analyse(makeEvidence({ queries, noise: 0.02 }))
    expect(analysis.delta).toBe(1.05)
    expect(controlFailureOf(analysis.noiseFloor, POLICY)).toBeNull()
    expect(analysis.queries.map(({ verdict }) => verdict)).toEqual(['faster', 'unexplained'])
  })

  it('is no control where blocks differ, or where there is no plan to tell', () => {
    const evidence = makeEvidence({ queries, noise: 0.02 })
    const plans = evidence.plans.map((plan) => ({
      ...plan,
      explained: plan.explained.map((entry, i) => {
        const { Plan } = entry.explain
        const blocks = plan.arm === 'after' && i === 2 ? 7 : Plan['Shared Hit Blocks']
        return { ...entry, explain: { ...entry.explain, Plan: { ...Plan, 'Shared Hit Blocks': blocks } } }
      }),
    }))
    for (const given of [plans, []]) {
      const { controls } = analyse({ ...evidence, plans: given }).noiseFloor
      expect(controls.map(({ kind }) => kind)).toEqual(['same arm', 'same arm'])
    }
  })
})

describe('the smallest effect', () => {
  it.each([
    [0.99, 1.01, 1.05],
    [0.98, 1.12, 1.12],
    [0.8, 1.01, 1.25],
  ])('with controls between %f and %f is %f', (low, high, expected) => {
    expect(smallestEffectOf(withControl(low, high), POLICY)).toBe(expected)
  })
})

describe('the A/A comparison', () => {
  it.each([
    [1.06, 1.2, 18, true],
    [0.8, 0.9, 18, true],
    [1.01, 1.2, 18, false],
    [0.9, 1.2, 18, false],
    [1.06, 1.2, 11, false],
  ])('between %f and %f after %i rounds fails: %s', (low, high, rounds, fails) => {
    expect(controlFailureOf(withControl(low, high, rounds), POLICY) !== null).toBe(fails)
  })
})
