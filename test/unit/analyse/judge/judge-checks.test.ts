import { describe, expect, it } from 'vitest'
import { judgeChecks, judgeFails } from '../../../../src/analyse/judge/judge-checks.js'
import type { Evidence } from '../../../../src/model/evidence.js'
import type { CheckAnswer, CheckMoment, FailLine } from '../../../../src/model/scenario-checks.js'
import { makeEvidence } from '../../../support/evidence.js'

const passed: CheckAnswer = { state: 'answered', passed: true, detail: 'as it should be' }
const failed: CheckAnswer = { state: 'answered', passed: false, detail: '3 dead rows' }
const broken: CheckAnswer = { state: 'void', reason: 'no such table' }

function checked(
  when: CheckMoment,
  answers: { readonly before?: CheckAnswer; readonly after?: CheckAnswer },
): Evidence {
  const evidence = makeEvidence()
  const facts = { name: 'dead', title: 'No dead rows', says: null, when, sql: 'SELECT' }
  return {
    ...evidence,
    header: { ...evidence.header, checks: [facts] },
    checks: (['before', 'after'] as const).flatMap((arm) => {
      const answer = answers[arm]
      return answer === undefined ? [] : [{ type: 'check' as const, check: 'dead', arm, answer }]
    }),
  }
}

describe('a check', () => {
  it.each([
    ['after', { before: failed, after: passed }, 'confirmed', 'as it should be'],
    ['before', { before: failed, after: passed }, 'refuted', '3 dead rows'],
    ['both', { before: failed, after: passed }, 'refuted', 'before: 3 dead rows'],
    ['both', { before: broken, after: failed }, 'refuted', 'after: 3 dead rows'],
    ['both', { before: passed, after: broken }, 'void', 'after: no such table'],
    [
      'both',
      { before: passed, after: passed },
      'confirmed',
      'before: as it should be; after: as it should be',
    ],
    ['after', { before: passed, after: broken }, 'void', 'no such table'],
    ['after', { before: passed }, 'void', 'the run ended before it was asked'],
  ] as const)('about %s with %j is %s', (when, answers, verdict, reason) => {
    expect(judgeChecks(checked(when, answers))).toMatchObject([{ verdict, reason }])
  })

  it('tells what both arms answered, also the one it is not about', () => {
    expect(judgeChecks(checked('after', { before: failed, after: passed }))).toMatchObject([
      { before: failed, after: passed },
    ])
  })
})

function tried(sqlstate: string | null, failure: FailLine['failure'] | 'not run'): Evidence {
  const evidence = makeEvidence()
  const facts = { name: 'x', title: 'X', says: null, sqlstate, sql: 'CREATE' }
  const fails = failure === 'not run' ? [] : [{ type: 'fail' as const, fail: 'x', failure }]
  return { ...evidence, header: { ...evidence.header, fails: [facts] }, fails }
}

describe('a statement that is said to fail', () => {
  const missing = { sqlstate: '42703', message: 'column "a" does not exist' }
  const full = { sqlstate: '53100', message: 'disk full' }
  it.each([
    ['42703', missing, 'confirmed', 'column "a" does not exist (SQLSTATE 42703)'],
    [null, missing, 'confirmed', 'column "a" does not exist (SQLSTATE 42703)'],
    ['42P01', missing, 'refuted', 'it fails, but not with 42P01: column "a" does not exist (SQLSTATE 42703)'],
    [null, null, 'refuted', 'PostgreSQL ran it without an error'],
    ['42703', full, 'void', 'disk full (SQLSTATE 53100)'],
    ['42703', 'not run' as const, 'void', 'the run ended before it was asked'],
  ])('with %j, getting %j, is %s', (sqlstate, failure, verdict, reason) => {
    expect(judgeFails(tried(sqlstate, failure))).toMatchObject([{ verdict, reason }])
  })
})
