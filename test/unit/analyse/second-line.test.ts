import { describe, expect, it } from 'vitest'
import { analyse } from '../../../src/analyse/analyse.js'
import { planTree } from '../../../src/analyse/plans/plan-entries.js'
import type { Evidence } from '../../../src/model/evidence.js'
import type { ArmPlans } from '../../../src/model/plan.js'
import type { QueryResult } from '../../../src/model/result.js'
import { makeEvidence } from '../../support/evidence.js'
import { planFixture } from '../../support/plan-fixture.js'

const COHORTS = ['largest', 'median', 'tail']

/** One query without a claim unless given, its plans replaced by those of a fixture, the same for every cohort. */
function evidenceOf(
  query: { speedup: number; beforeMs?: number; claim?: string },
  plans: { fixture?: string; planningMs?: Record<'before' | 'after', number[]> },
): Evidence {
  const evidence = makeEvidence({ noise: 0.01, queries: [{ name: 'q', planChanges: false, ...query }] })
  const fixture = plans.fixture === undefined ? null : planFixture(plans.fixture)
  const replaced = evidence.plans.map((armPlans): ArmPlans => ({
    ...armPlans,
    explained:
      fixture === null
        ? armPlans.explained
        : COHORTS.map((cohort, row) => ({ row, cohort, hit: true, explain: fixture[armPlans.arm] })),
    planningMs: plans.planningMs?.[armPlans.arm] ?? armPlans.planningMs,
  }))
  return { ...evidence, plans: replaced }
}

function first(evidence: Evidence): QueryResult {
  const [query] = analyse(evidence).queries
  if (query === undefined) throw new Error('no query')
  return query
}

const SLOWER_PLANNING = { before: [0.28, 0.3, 0.3, 0.32], after: [1.1, 1.12, 1.12, 1.2] }

describe('a query that is slower with the same plan', () => {
  it('is a regression in planning where planning makes up for most of it', () => {
    const query = first(evidenceOf({ speedup: 1 / 1.25, beforeMs: 4 }, { planningMs: SLOWER_PLANNING }))
    expect(query).toMatchObject({ verdict: 'regression', detail: 'planning' })
    expect(query.reason).toMatch(
      /^between 0\.\d+x and 0\.\d+x: slower with the migration; most of the difference is planning \(1\.12 ms with the migration, 0\.3 ms without\)$/,
    )
    expect(query.findings).toMatchObject([{ code: 'planning' }])
    expect(query.work.agreement).toMatchObject({ code: 'slower, same blocks' })
    expect(query.work.before.planningMs).toBe(0.3)
  })

  it('stays unexplained where planning is a small part of it', () => {
    const query = first(evidenceOf({ speedup: 0.5, beforeMs: 4 }, { planningMs: SLOWER_PLANNING }))
    expect(query).toMatchObject({ verdict: 'unexplained', detail: 'slower', findings: [] })
    expect(query.work.agreement.text).toBe('slower, same blocks: the same plan, so cache or noise')
  })

  it('keeps the verdict of its claim, with the planning times beside it', () => {
    const query = first(
      evidenceOf({ speedup: 1 / 1.25, beforeMs: 4, claim: 'unchanged' }, { planningMs: SLOWER_PLANNING }),
    )
    expect(query).toMatchObject({ verdict: 'refuted', detail: 'slower' })
    expect(query.reason).toMatch(/; planning takes 1\.12 ms with the migration, 0\.3 ms without$/)
  })

  it('is the mirror image when the arms are swapped: faster by planning', () => {
    const { before, after } = SLOWER_PLANNING
    const query = first(
      evidenceOf({ speedup: 1.25, beforeMs: 5 }, { planningMs: { before: after, after: before } }),
    )
    expect(query).toMatchObject({ verdict: 'faster', detail: 'planning' })
  })
})

describe('a query that is slower with another plan', () => {
  it('says which, and of which cohorts', () => {
    const evidence = evidenceOf({ speedup: 0.35 }, { fixture: 'stolen-order' })
    const query = first(evidence)
    expect(query.verdict).toBe('regression')
    expect(query.reason).toContain('; the planner now takes messages_created_idx for the order')
    expect(query.findings).toMatchObject([{ code: 'index-for-order' }])
    expect([...(query.findings[0]?.cohorts ?? [])].sort()).toEqual(COHORTS)
    expect(query.planDifferences[0]?.diff.map(({ mark }) => mark)).toEqual([
      'kept',
      'removed',
      'changed',
      'removed',
    ])
  })

  it('has nothing to explain where it is faster', () => {
    expect(first(evidenceOf({ speedup: 3 }, { fixture: 'stolen-order' })).findings).toEqual([])
  })

  it('warns of a misestimate of the plan with the migration, which a quick query does not', () => {
    const codes = (speedup: number): string[] =>
      analyse(evidenceOf({ speedup }, { fixture: 'misestimate' })).warnings.map(({ code }) => code)
    expect(codes(0.5)).toEqual(['misestimate'])
    expect(codes(20)).toEqual([])
  })
})

describe('the work of a query', () => {
  it('counts temp blocks, write-ahead log and rows removed as PostgreSQL printed them', () => {
    const { work } = first(evidenceOf({ speedup: 0.5 }, { fixture: 'spill' }))
    expect(work.before).toMatchObject({ tempBlocks: 0, walBytes: 0 })
    expect(work.after.tempBlocks).toBeGreaterThan(900)
    expect(work.blocksRatio).toBeCloseTo(1, 1)
  })
})

describe('the stability of plans', () => {
  const stable = makeEvidence({ noise: 0.01 })
  const trees = stable.plans.map(({ query, arm, explained }) => ({
    type: 'stability' as const,
    query,
    arm,
    plans: explained.map(({ row, explain }) => {
      const tree = planTree(explain.Plan)
      return { row, trees: [tree, tree, tree] }
    }),
  }))

  it('is not known before the end', () => {
    expect(analyse(stable).stability).toBeNull()
  })

  it('is whole where every fresh ANALYZE gives the measured plan', () => {
    const { stability, warnings } = analyse({ ...stable, stability: trees })
    expect(stability).toEqual({ analyses: 3, plans: 18, unstable: [] })
    expect(warnings).toEqual([])
  })

  it('warns of a plan that flips, with both trees in the result', () => {
    const other = ['Limit', '  Bitmap Heap Scan on messages', '    Bitmap Index Scan using another_idx']
    const flipped = trees.map((line, i) =>
      i !== 1
        ? line
        : {
            ...line,
            plans: line.plans.map((plan) => ({ ...plan, trees: [other, plan.trees[1] ?? [], other] })),
          },
    )
    const { stability, warnings } = analyse({ ...stable, stability: flipped })
    expect(stability?.unstable).toHaveLength(3)
    expect(stability?.unstable[0]).toEqual({
      query: 'recent-messages',
      arm: 'after',
      cohort: 'largest',
      flips: 2,
      measured: ['Limit', '  Index Scan using recent_messages_idx on messages'],
      others: [other],
    })
    expect(warnings).toEqual([
      {
        code: 'plan-unstable',
        query: 'recent-messages',
        message:
          'Arm after, largest, median, tail: in 2 of 3 fresh ANALYZEs the planner chose another plan than the one measured: Bitmap Heap Scan on messages, Bitmap Index Scan using another_idx instead of Index Scan using recent_messages_idx on messages.',
      },
    ])
  })
})
