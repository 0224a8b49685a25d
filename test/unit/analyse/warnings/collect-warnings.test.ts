import { warnOfCohorts } from '../../../../src/analyse/warnings/query-warnings.js'
import { makeQueryResult } from '../../../support/query-result.js'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../../../src/analyse/analyse.js'
import type { Evidence } from '../../../../src/model/evidence.js'
import type { ResultCheck } from '../../../../src/model/facts.js'
import type { QueryResult } from '../../../../src/model/result.js'
import { makeEvidence } from '../../../support/evidence.js'

const codes = (evidence: Evidence): string[] => analyse(evidence).warnings.map(({ code }) => code)
const quiet = { noise: 0.01 }
const checked = (check: Partial<ResultCheck>, recallAt: number | null = null): Evidence =>
  makeEvidence({ ...quiet, queries: [{ name: 'q', recallAt, check, speedup: 5 }] })

describe('warnings', () => {
  it('are none in a clean run', () => {
    expect(codes(makeEvidence(quiet))).toEqual([])
  })

  it.each<[Partial<ResultCheck>, number | null, string]>([
    [{ state: 'ambiguous', differing: 1 }, null, 'results-ambiguous'],
    [{ state: 'reordered', differing: 1 }, null, 'results-reordered'],
    [{ state: 'different', differing: 1 }, null, 'results-different'],
    [{ recall: 0.899 }, 10, 'recall-low'],
    [{ recall: 0.95, short: 2 }, 10, 'results-short'],
    [{ hitRows: 0 }, null, 'no-rows'],
  ])('for %o (recall at %s): %s', (check, recallAt, code) => {
    expect(codes(checked(check, recallAt))).toEqual([code])
  })

  it('expect no rows of a write', () => {
    const evidence = checked({ hitRows: 0 })
    const queries = evidence.header.queries.map((query) => ({ ...query, writes: true }))
    expect(codes({ ...evidence, header: { ...evidence.header, queries } })).toEqual([])
  })

  it('advise on the index that lost the recall', () => {
    const evidence = checked({ recall: 0.5 }, 10)
    const { migration } = evidence.header
    const indexes = migration.indexes.map((index) => ({ ...index, method: 'ivfflat' }))
    const header = { ...evidence.header, migration: { ...migration, indexes } }
    const [warning] = analyse({ ...evidence, header }).warnings
    expect(warning?.query).toBe('q')
    expect(warning?.message).toContain('Recall@10 is 0.500')
    expect(warning?.message).toContain('ivfflat.probes')
  })

  it('name the cohorts whose warm-up did not settle, and the arm has not warmed up', () => {
    const evidence = makeEvidence(quiet)
    const warmUps = evidence.warmUps.map((warmUp, i) => (i === 1 ? { ...warmUp, converged: false } : warmUp))
    const { warnings, queries } = analyse({ ...evidence, warmUps })
    expect(warnings).toEqual([
      {
        code: 'warm-up-unfinished',
        query: 'recent-messages',
        message: 'Latency had not settled when the warm-up of before ended (median).',
      },
    ])
    expect(queries[0]?.arms.before.warmedUp).toBe(false)
    expect(queries[0]?.arms.after.warmedUp).toBe(true)
  })

  it('name indexes that no plan used, once there are plans, and those that are invalid', () => {
    const evidence = makeEvidence(quiet)
    const { migration } = evidence.header
    const [index] = migration.indexes
    if (index === undefined) throw new Error('no index')
    const indexes = [
      ...migration.indexes,
      { ...index, name: 'idle' },
      { ...index, name: 'broken', valid: false },
    ]
    const header = { ...evidence.header, migration: { ...migration, indexes } }
    expect(codes({ ...evidence, header })).toEqual(['index-unused', 'index-invalid'])
    expect(codes({ ...evidence, header, plans: [] })).toEqual(['index-invalid'])
  })

  it('say when noise hides the smallest effect that was asked for', () => {
    expect(codes(makeEvidence({ noise: 0.3 }))).toEqual(['noise-floor-high'])
  })
})

type Interval = QueryResult['cohorts'][number]['interval']

describe('warnOfCohorts', () => {
  const cohort = (name: string, speedup: number, interval: Interval = null) => ({
    cohort: name,
    beforeMs: speedup,
    afterMs: 1,
    speedup,
    interval,
    censored: { before: 0, after: 0 },
    samples: 80,
  })
  const query = {
    ...makeQueryResult('timeline'),
    claim: '>=10x',
    verdict: 'confirmed' as const,
    cohorts: [cohort('largest', 4), cohort('median', 12), cohort('tail', 30)],
  }
  const { policy } = makeEvidence().header

  it('names the cohorts that a confirmed claim does not hold for', () => {
    expect(warnOfCohorts(query, policy)).toEqual([
      {
        code: 'cohort-below-claim',
        query: 'timeline',
        message: 'The claim >=10x holds for all tenants together, but not for every size: largest (4x).',
      },
    ])
  })

  it('goes by the interval of a cohort where there is one', () => {
    const cohorts = [
      cohort('largest', 4, { low: 3.5, high: 4.4 }),
      cohort('median', 9, { low: 7, high: 12 }),
      cohort('tail', 4, { low: 3, high: null }),
    ]
    expect(warnOfCohorts({ ...query, cohorts }, policy)).toMatchObject([
      { message: expect.stringMatching(/size: largest \(between 3.5x and 4.4x\)\.$/) },
    ])
  })

  it('says nothing where every cohort reaches it, or where nothing was confirmed', () => {
    expect(warnOfCohorts({ ...query, claim: '>=4x' }, policy)).toEqual([])
    expect(warnOfCohorts({ ...query, verdict: 'inconclusive' }, policy)).toEqual([])
    expect(warnOfCohorts({ ...query, claim: null }, policy)).toEqual([])
  })
})
