// The published maintenance conversation-memory at a tiny scale: it runs to the end, and its checks say what they are about.
import { expect, it } from 'vitest'
import type { Result } from '../../../src/model/result.js'
import { runScenario } from '../../support/run-scenario.js'

/** True whatever the time: counters, settings, catalog, arithmetic. Those of the cache depend on the server. */
const CONFIRMED = [
  'vacuum-status',
  'dead-rows',
  'dead-rows-of-backfill',
  'fts-index-used',
  'recency-index-used',
  'autovacuum-settings',
  'threshold-arithmetic',
  'threshold-conversation',
  'scale-factor-defaults',
  'tables-and-indexes',
  'indexes-by-table',
  'index-sizes',
  'statistics',
]
const REFUTED = [
  'recency-indexes-unused',
  'threshold-inserts',
  'more-frequent',
  'cost-delay',
  'two-to-four-times',
  'bloat',
]
/** What the maintenance changed: they do not pass in the arm before. */
const MADE_SO = ['autovacuum-settings', 'dead-rows', 'index-sizes', 'statistics']

it('a run of conversation-memory judges every statement of the report, as counters and arithmetic have it', async () => {
  const short = { scale: '4000', budgetMs: 4000, armKind: 'clones' } as const
  const { result } = await runScenario('conversation-memory', short)
  expectWhole(result)
  expectVerdicts(result)
  expectMended(result)
})

function expectWhole({ preparation, migration, queries, claims, checks }: Result): void {
  expect(preparation).toHaveLength(20)
  expect(migration.statements).toHaveLength(18)
  expect(migration.indexes).toEqual([])
  expect(queries.map(({ results }) => results.state)).toEqual(Array(7).fill('same'))
  expect(queries.filter(({ results }) => results.hitRows === 0)).toEqual([])
  expect([...queries, ...claims, ...checks].filter(({ says }) => says !== null)).toHaveLength(28)
}

function expectVerdicts({ checks }: Result): void {
  const named = (verdict: string): string[] =>
    checks.filter((check) => check.verdict === verdict).map(({ name }) => name)
  expect(named('confirmed')).toEqual(expect.arrayContaining(CONFIRMED))
  expect(named('refuted')).toEqual(expect.arrayContaining(REFUTED))
  expect(named('void')).toEqual([])
}

function expectMended({ checks, state }: Result): void {
  const passedBefore = checks.filter(({ before }) => before?.state === 'answered' && before.passed)
  expect(passedBefore.filter(({ name }) => MADE_SO.includes(name))).toEqual([])
  const changed = state.arms.filter(({ before, after }) => before?.deadRows !== after?.deadRows)
  expect(changed.map(({ table }) => table).toSorted()).toEqual(['public.Job', 'public.Lead'])
}
