import { describe, expect, it } from 'vitest'
import { analyse } from '../../../../src/analyse/analyse.js'
import { whyIncomparable } from '../../../../src/analyse/state/pair-conditions.js'
import type { Evidence, PlanKinds } from '../../../../src/model/evidence.js'
import type { PairCheck, ResultCheck } from '../../../../src/model/facts.js'
import type { ComparisonResult } from '../../../../src/model/result.js'
import { makeEvidence } from '../../../support/evidence.js'
import { bitmapScan, explainedAs, indexScan } from '../../../support/scans.js'

type Pair = 'policy' | 'generic'

const pairCheck = (pair: Pair, check: Partial<ResultCheck> = {}): PairCheck => ({
  query: 'q',
  pair,
  check: {
    query: 'q',
    state: 'same',
    differing: 0,
    hitRows: 60,
    recall: null,
    recalls: [],
    short: 0,
    ...check,
  },
  operators: [],
})

/** A query measured in another pair too, with this true speed-up there; without samples where it is null. */
function closerLook(pair: Pair, check: PairCheck, speedup: number | null, changes: Partial<Evidence> = {}) {
  const evidence = makeEvidence({
    queries: [{ name: 'q', speedup: speedup ?? 1 }],
    controls: [],
    noise: 0.02,
  })
  const samples = speedup === null ? [] : evidence.samples.map((sample) => ({ ...sample, pair }))
  const { header } = evidence
  const comparisons = [...header.comparisons, { query: 'q', pair }]
  return analyse({
    ...evidence,
    header: { ...header, comparisons, pairChecks: [check] },
    samples: [...evidence.samples, ...samples],
    ...changes,
  })
}

const onlyComparison = ({ comparisons }: ReturnType<typeof analyse>): ComparisonResult => {
  const [comparison] = comparisons
  if (comparison === undefined) throw new Error('no comparison')
  return comparison
}

const POLICY = { minimumRecall: 0.9 }

describe('two states that answer different questions', () => {
  it.each([
    ['different', { state: 'different', differing: 3 }],
    ['other rows under a LIMIT', { state: 'ambiguous', differing: 3 }],
    ['approximate', { state: 'approximate', differing: 3, recall: 0.4 }],
  ] as const)('are the ones of a query that relies on the policy: %s', (_, check) => {
    expect(whyIncomparable(pairCheck('policy', check), POLICY)).toMatchObject({
      verdict: 'void',
      detail: 'results differ',
      reason:
        'the policy filters rows: without it the query returns others (for 3 parameter rows), so there is no overhead to measure',
    })
  })

  it.each([
    ['same', {}],
    ['reordered', { state: 'reordered', differing: 3 }],
    ['approximate', { state: 'approximate', recall: 0.99 }],
  ] as const)('are not the ones of a query that filters by itself: %s', (_, check) => {
    expect(whyIncomparable(pairCheck('policy', check), POLICY)).toBeNull()
  })

  it('are not two plan modes whose LIMIT cuts between equal rows', () => {
    expect(whyIncomparable(pairCheck('generic', { state: 'ambiguous', differing: 1 }), POLICY)).toBeNull()
    expect(whyIncomparable(pairCheck('generic', { state: 'different', differing: 1 }), POLICY)?.reason).toBe(
      'the two states return different results for 1 parameter row',
    )
  })

  it('are void without a sample, and not an error', () => {
    const check = pairCheck('policy', { state: 'different', differing: 3 })
    expect(onlyComparison(closerLook('policy', check, null))).toMatchObject({
      verdict: 'void',
      speedup: null,
      gapMs: null,
      reason: expect.stringContaining('the policy filters rows'),
    })
  })
})

describe('a closer look', () => {
  it('has the overhead of the policies as a gap below zero', () => {
    const comparison = onlyComparison(closerLook('policy', pairCheck('policy'), 0.5))
    expect(comparison.verdict).toBe('slower')
    expect(comparison.gapMs?.high).toBeLessThan(0)
  })

  it('is warned of where row-level security defeats an index of the migration, even if nothing was measured', () => {
    const operators = [{ index: 'q_idx', operator: '@@', leakproof: false }]
    const check = { ...pairCheck('policy', { state: 'different', differing: 3 }), operators }
    const plans: Evidence['plans'] = [
      {
        query: 'q',
        pair: 'policy',
        arm: 'before',
        explained: explainedAs(bitmapScan('q_idx', '(s @@ t)')),
        planningMs: [],
      },
      {
        query: 'q',
        pair: 'policy',
        arm: 'after',
        planningMs: [],
        explained: explainedAs(indexScan('tenant_idx', '(tenant_id = 1)', '(s @@ t)')),
      },
    ]
    const analysis = closerLook('policy', check, null, { plans })
    expect(onlyComparison(analysis)).toMatchObject({
      defeated: [{ index: 'q_idx', operators: ['@@'] }],
      indexes: { before: ['q_idx'], after: ['tenant_idx'] },
      plans: { before: 'plans/q.policy.before.json', after: 'plans/q.policy.after.json' },
    })
    expect(analysis.warnings).toContainEqual({
      code: 'rls-defeats-index',
      query: 'q',
      message: 'Row-level security keeps the planner from index q_idx: the operator @@ is not leakproof.',
    })
  })

  const kinds = (arm: PlanKinds['arm'], custom: number, generic: number): PlanKinds => ({
    type: 'plan-kinds',
    query: 'q',
    pair: 'generic',
    arm,
    custom,
    generic,
  })

  it('says which plans ran, and warns of a generic plan that is slower', () => {
    const planKinds = [kinds('before', 90, 0), kinds('after', 0, 91)]
    const analysis = closerLook('generic', pairCheck('generic'), 0.5, { planKinds })
    expect(onlyComparison(analysis)).toMatchObject({
      verdict: 'slower',
      planKinds: { before: { custom: 90, generic: 0 }, after: { custom: 0, generic: 91 } },
    })
    expect(analysis.warnings.map(({ code }) => code)).toContain('generic-plan-slower')
  })

  it('is void where the server made other plans than it was told to', () => {
    const planKinds = [kinds('before', 90, 0), kinds('after', 91, 0)]
    const comparison = onlyComparison(closerLook('generic', pairCheck('generic'), 0.5, { planKinds }))
    expect(comparison).toMatchObject({ verdict: 'void', detail: 'plan mode' })
  })
})
