import { describe, expect, it } from 'vitest'
import { warnOfCohortTimes, warnOfFloor } from '../../../../src/analyse/warnings/claim-warnings.js'
import { makeResult } from '../../../support/result.js'
import { makeQueryResult } from '../../../support/query-result.js'

const { policy, noiseFloor } = makeResult()
const unbounded = { interval: null, censored: { before: 0, after: 0 }, samples: 100 }
const cohorts = [
  { cohort: 'largest', beforeMs: 100, afterMs: 109, speedup: 0.9, ...unbounded },
  { cohort: 'tail', beforeMs: 1, afterMs: 1.2, speedup: 0.8, ...unbounded },
]

const messages = (claim: string, verdict: 'confirmed' | 'inconclusive' | 'refuted'): string[] =>
  warnOfCohortTimes(makeQueryResult('q', { claim, verdict, cohorts }), policy).map(({ message }) => message)

describe('a claim in milliseconds', () => {
  it.each(['confirmed', 'inconclusive'] as const)(
    'that is %s names the cohorts it does not hold for',
    (verdict) => {
      expect(messages('overhead under 5ms', verdict)).toEqual([
        'The claim "overhead under 5ms" does not hold for every size of tenant: largest (9 ms).',
      ])
      expect(messages('under 1ms', verdict)[0]).toMatch(/largest \(109 ms\), tail \(1.2 ms\)\.$/)
      expect(messages('saves at least 1ms', verdict)[0]).toMatch(/largest \(-9 ms\), tail \(-0.2 ms\)\.$/)
    },
  )

  it('says nothing of cohorts where it holds for all, is refuted, or is a ratio', () => {
    expect(messages('overhead under 9ms', 'confirmed')).toEqual([])
    expect(messages('overhead under 5ms', 'refuted')).toEqual([])
    expect(messages('>=2x', 'confirmed')).toEqual([])
  })

  it('that no query could keep from this client is told', () => {
    const warnings = warnOfFloor({ name: 'q', claim: 'under 50us' }, { ...noiseFloor, clientFloorMs: 0.15 })
    expect(warnings).toEqual([
      {
        code: 'claim-below-floor',
        query: 'q',
        message:
          'SELECT 1 takes 0.15 ms from this client: no query can be "under 50us" here, whatever the migration does.',
      },
    ])
    expect(warnOfFloor({ name: 'q', claim: 'under 1ms' }, noiseFloor)).toEqual([])
    expect(
      warnOfFloor({ name: 'q', claim: 'overhead under 50us' }, { ...noiseFloor, clientFloorMs: 1 }),
    ).toEqual([])
    expect(warnOfFloor({ name: 'q', claim: null }, noiseFloor)).toEqual([])
  })
})
