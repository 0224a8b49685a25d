import { describe, expect, it } from 'vitest'
import { summariseRun } from '../../../src/analyse/summarise-run.js'
import { exitCodeOf } from '../../../src/cli/exit-code.js'
import type { Speedup, Verdict } from '../../../src/model/result.js'
import { GROUPED_EVIDENCE } from '../../support/group-claim.js'
import { makeQueryResult } from '../../support/query-result.js'
import { makeResult } from '../../support/result.js'

const exitCode = (verdict: Verdict): number =>
  exitCodeOf({ ...makeResult(), queries: [{ ...makeQueryResult('query'), verdict }] })

const ofInterval = (low: number | null, high: number | null): Speedup => ({
  estimate: 1,
  low,
  high,
  confidence: 0.999,
  rounds: 40,
})

/** Of an A/A run with δ = 1.05 and one query of this interval, whatever its verdict. */
function aaExitCode(low: number | null, high: number | null, whole = ofInterval(0.99, 1.01)): number {
  const result = makeResult()
  return exitCodeOf({
    ...result,
    run: { ...result.run, arms: 'aa' },
    policy: { ...result.policy, delta: 1.05 },
    queries: [{ ...makeQueryResult('query'), verdict: 'unexplained', speedup: ofInterval(low, high) }],
    suite: { speedup: whole, queries: 1 },
  })
}

describe('the exit code of a finished run', () => {
  it.each(['confirmed', 'exceeded', 'inconclusive', 'faster', 'regression', 'void'] as const)(
    'is 0 when a query is %s',
    (verdict) => {
      expect(exitCode(verdict)).toBe(0)
    },
  )

  it('is 1 when a claim is refuted', () => {
    expect(exitCode('refuted')).toBe(1)
  })

  it.each([
    ['refuted', 1],
    ['confirmed', 0],
    ['inconclusive', 0],
    ['void', 0],
  ] as const)('where a claim on a group is %s is %i', (verdict, code) => {
    const [claim] = summariseRun(GROUPED_EVIDENCE).claims
    if (claim === undefined) throw new Error('no claim on a group')
    const confirmed = { ...makeQueryResult('query'), verdict: 'confirmed' as const }
    expect(exitCodeOf({ ...makeResult(), queries: [confirmed], claims: [{ ...claim, verdict }] })).toBe(code)
  })

  it.each([
    [0.95, 1.04],
    [0.5, 1.5],
    [1.01, 1.06],
    [null, null],
  ])('is 0 of an A/A run whose interval [%s, %s] reaches into the smallest effect', (low, high) => {
    expect(aaExitCode(low, high)).toBe(0)
  })

  it.each([
    [1.06, 1.2],
    [0.7, 0.9],
    [1.06, null],
    [null, 0.9],
  ])('is 1 of an A/A run that finds a difference, [%s, %s]', (low, high) => {
    expect(aaExitCode(low, high)).toBe(1)
  })

  it('is 1 of an A/A run whose queries together differ', () => {
    expect(aaExitCode(0.9, 1.04, ofInterval(0.7, 0.73))).toBe(1)
  })
})
