// The published maintenance conversation-memory at a tiny scale: it runs to the end, and its checks say what they are about.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
const MADE_SO = new Set(['autovacuum-settings', 'dead-rows', 'index-sizes', 'statistics'])

describe('a run of conversation-memory', () => {
  let result: Result
  let outFolder: string

  beforeAll(async () => {
    outFolder = await mkdtemp(join(tmpdir(), 'indexproof-test-'))
    const short = { scale: '4000', budgetMs: 4000, armKind: 'clones', outFolder } as const
    result = (await runScenario('conversation-memory', short)).result
  })

  afterAll(() => rm(outFolder, { recursive: true, force: true }))

  it('has every statement of the report, and the same answers in both arms', () => {
    const { preparation, migration, queries, claims, checks } = result
    expect(preparation).toHaveLength(20)
    expect(migration.statements).toHaveLength(18)
    expect(migration.indexes).toEqual([])
    expect(queries.map(({ results }) => results.state)).toEqual(Array(7).fill('same'))
    expect(queries.filter(({ results }) => results.hitRows === 0)).toEqual([])
    expect([...queries, ...claims, ...checks].filter(({ says }) => says !== null)).toHaveLength(28)
  })

  it('judges them as counters and arithmetic have it', () => {
    const { checks } = result
    const named = (verdict: string): string[] =>
      checks.filter((check) => check.verdict === verdict).map(({ name }) => name)
    expect(named('confirmed')).toEqual(expect.arrayContaining(CONFIRMED))
    expect(named('refuted')).toEqual(expect.arrayContaining(REFUTED))
    expect(named('void')).toEqual([])
  })

  it('shows what the maintenance mended', () => {
    const { checks, state } = result
    const passedBefore = checks.filter(({ before }) => before?.state === 'answered' && before.passed)
    expect(passedBefore.filter(({ name }) => MADE_SO.has(name))).toEqual([])
    const changed = state.arms.filter(({ before, after }) => before?.deadRows !== after?.deadRows)
    expect(changed.map(({ table }) => table).toSorted()).toEqual(['public.Job', 'public.Lead'])
  })
})
