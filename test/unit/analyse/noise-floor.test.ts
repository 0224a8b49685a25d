import { describe, expect, it } from 'vitest'
import { analyse } from '../../../src/analyse/analyse.js'
import { controlFailureOf, smallestEffectOf } from '../../../src/analyse/noise-floor.js'
import type { NoiseFloor } from '../../../src/model/result.js'
import { makeEvidence } from '../../support/evidence.js'

const POLICY = makeEvidence().header.policy

const withControl = (low: number, high: number, rounds = 18): NoiseFloor => ({
  low,
  high,
  clientFloorMs: null,
  controls: [
    { query: 'q', speedup: { estimate: Math.sqrt(low * high), low, high, confidence: 0.95, rounds } },
  ],
})

describe('the noise floor', () => {
  it('is the envelope of the controls', () => {
    const { noiseFloor } = analyse(makeEvidence({ noise: 0.1 }))
    const bounds = noiseFloor.controls.map(({ speedup }) => speedup)
    expect(noiseFloor.controls.map(({ query }) => query)).toEqual(['recent-messages', 'message-by-id'])
    expect(noiseFloor.low).toBe(Math.min(...bounds.map(({ low }) => low ?? NaN)))
    expect(noiseFloor.high).toBe(Math.max(...bounds.map(({ high }) => high ?? NaN)))
    expect(noiseFloor.clientFloorMs).toBe(0.05)
    expect(bounds[0]?.confidence).toBe(0.975)
  })

  it('has no bounds before the controls have the rounds of a verdict', () => {
    const { noiseFloor, delta } = analyse(makeEvidence({ rounds: 9, noise: 0.3 }))
    expect(noiseFloor).toMatchObject({ low: null, high: null })
    expect(noiseFloor.controls).toHaveLength(2)
    expect(delta).toBe(1.05)
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
