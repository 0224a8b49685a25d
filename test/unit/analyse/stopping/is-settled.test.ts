import { describe, expect, it } from 'vitest'
import { analyse } from '../../../../src/analyse/analyse.js'
import { isSettled } from '../../../../src/analyse/stopping/is-settled.js'
import type { QueryResult } from '../../../../src/model/result.js'
import { makeEvidence } from '../../../support/evidence.js'

const { header } = makeEvidence()
const [query] = analyse(makeEvidence()).queries as [QueryResult]
const speedup = { estimate: 20, low: 19, high: 21, confidence: 0.99, rounds: 18 }

describe('isSettled', () => {
  it.each<[string, Partial<QueryResult>, boolean]>([
    ['a verdict with a narrow interval', { verdict: 'confirmed', speedup }, true],
    ['a verdict with a wide interval', { verdict: 'confirmed', speedup: { ...speedup, high: 30 } }, false],
    [
      'a half-width just over a tenth',
      { speedup: { ...speedup, low: 10, high: 10 * 1.1 ** 2 * 1.001 } },
      false,
    ],
    [
      'a half-width just under a tenth',
      { speedup: { ...speedup, low: 10, high: 10 * 1.1 ** 2 * 0.999 } },
      true,
    ],
    [
      'an interval without bounds',
      { verdict: 'confirmed', speedup: { ...speedup, low: null, high: null } },
      false,
    ],
    [
      'a verdict of which one side stays open, near the other',
      { verdict: 'confirmed', speedup: { ...speedup, low: 19, high: null } },
      true,
    ],
    [
      'a verdict of which one side stays open, far from the other',
      { verdict: 'confirmed', speedup: { ...speedup, low: 17, high: null } },
      false,
    ],
    [
      'unchanged by the noise of the controls alone, which later rounds may take away',
      { verdict: 'unchanged', speedup: { ...speedup, estimate: 1.02, low: 0.98, high: 1.06 } },
      false,
    ],
    [
      'unchanged within the smallest effect',
      { verdict: 'unchanged', speedup: { ...speedup, estimate: 1, low: 0.98, high: 1.02 } },
      true,
    ],
    [
      'a claim of much more refuted, whatever the smallest effect',
      { verdict: 'refuted', speedup: { ...speedup, estimate: 1.02, low: 0.98, high: 1.06 } },
      true,
    ],
    ['inconclusive', { verdict: 'inconclusive', speedup }, false],
    ['nothing measured', { verdict: 'inconclusive', speedup: null }, false],
    ['void for want of rounds', { verdict: 'void', detail: 'too few rounds', speedup }, false],
    [
      'void by a control that later rounds may clear',
      { verdict: 'void', detail: 'A/A failed', speedup },
      false,
    ],
    ['void by different results', { verdict: 'void', detail: 'results differ', speedup: null }, true],
    ['void by errors', { verdict: 'void', detail: 'errors', speedup: null }, true],
  ])('%s', (_, fields, expected) => {
    expect(isSettled({ ...query, ...fields }, header.policy)).toBe(expected)
  })
})
