import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { reportRun } from '../../src/experiment/report-run.js'
import type { RunOptions, RunOutcome } from '../../src/experiment/run.js'
import { loadEvidence } from '../../src/experiment/folder/load-evidence.js'
import type { ComparisonResult, Result } from '../../src/model/result.js'
import { skipLocal } from '../support/local-postgres.js'
import { runScenario, TEST_CACHE } from '../support/run-scenario.js'
import { tinyScenario } from '../support/tiny-scenario.js'

/** What the policy filters, what filters by itself, and what only a plan made for its parameters finds an index for. */
const SCENARIO = {
  'scenario.yaml': `title: As the application runs it
dataset: chat
role: app
rls: compare
queries:
  - name: timeline
    title: Latest messages, by the policy alone
  - name: search
    title: Search with a condition on the tenant
  - name: unread
    title: Messages by a flag
    role: service
    rls: keep
    plan: compare
  - name: by-id
    title: A message by its key
    rls: keep
`,
  'migrations/001_timeline.sql': `CREATE INDEX messages_timeline_idx ON messages (tenant_id, created_at DESC, id DESC);
CREATE INDEX messages_search_idx ON messages USING gin (search);
CREATE INDEX messages_unread_idx ON messages (id) WHERE NOT is_read;
`,
  'queries/search.sql': `SELECT id FROM messages
WHERE tenant_id = $2 AND search @@ plainto_tsquery('english', $1) ORDER BY id
`,
  'queries/search.parameters.sql': `SELECT cohort, tenant, true AS hit, words AS p1, tenant AS p2
FROM cohort_tenants, LATERAL (
  SELECT array_to_string((tsvector_to_array(search))[1:4], ' ') AS words
  FROM messages WHERE tenant_id = tenant ORDER BY id LIMIT 1
) own
WHERE cohort = 'largest'
ORDER BY cohort, tenant
`,
  'queries/unread.sql': 'SELECT id FROM messages WHERE is_read = $1 ORDER BY id LIMIT 100\n',
  'queries/unread.parameters.sql': "SELECT 'all' AS cohort, NULL AS tenant, true AS hit, false AS p1\n",
}

const EMBEDDED: RunOptions['server'] = { kind: 'embedded', cacheFolder: TEST_CACHE }
const LOCAL: RunOptions['server'] = { kind: 'local', binFolder: null, path: process.env['PATH'] ?? '' }

const runOn = async (
  server: RunOptions['server'],
  changes: Partial<Omit<RunOptions, 'scenario'>> = {},
): Promise<RunOutcome> =>
  runScenario(await tinyScenario(SCENARIO), {
    server,
    without: server.kind === 'local' ? ['vector'] : [],
    ...changes,
  })

const comparison = ({ comparisons }: Result, query: string): ComparisonResult => {
  const found = comparisons.find((candidate) => candidate.query === query)
  if (found === undefined) throw new Error(`no closer look at ${query}`)
  return found
}

describe('a run as the application runs it', () => {
  it('measures what can be compared, and says why the rest cannot', async () => {
    const server = skipLocal ? EMBEDDED : LOCAL
    // It ends when all is settled: the budget is for machines that are busy with other things.
    const outcome = await runOn(server, { budgetMs: 90_000, leaveOneOut: 'off' })
    expect(outcome.result.server.kind).toBe(server.kind)
    await expectNoTimeForFilters(outcome)
    expectDefeatedIndex(outcome)
    await expectSlowGenericPlan(outcome)
    await expectSameReport(outcome)
  })
})

async function expectNoTimeForFilters({ result, folder }: RunOutcome): Promise<void> {
  expect(comparison(result, 'timeline')).toMatchObject({
    pair: 'policy',
    verdict: 'void',
    speedup: null,
    reason: expect.stringMatching(/^the policy filters rows: without it the query returns others/),
  })
  const { evidence } = await loadEvidence(folder)
  const sampled = new Set(evidence.samples.map(({ query, pair }) => `${query} ${pair}`))
  expect(sampled).not.toContain('timeline policy')
  expect(sampled).toContain('search policy')
}

function expectDefeatedIndex({ result }: RunOutcome): void {
  const { verdict, reason, speedup, gapMs, defeated, indexes, explanation } = comparison(result, 'search')
  expect({ verdict, reason }).not.toMatchObject({ verdict: 'void' })
  expect(speedup?.rounds).toBeGreaterThanOrEqual(6)
  expect(gapMs?.estimate).toBeTypeOf('number')
  expect(defeated).toEqual([{ index: 'messages_search_idx', operators: ['@@'] }])
  expect(indexes.before).toContain('messages_search_idx')
  expect(indexes.after).not.toContain('messages_search_idx')
  expect(explanation).toBe(
    'row-level security keeps the planner from index messages_search_idx: the operator @@ is not leakproof',
  )
  const warning = expect.objectContaining({ code: 'rls-defeats-index', query: 'search' })
  expect(result.warnings).toContainEqual(warning)
}

/** A partial index that only a plan made for the parameter can use. */
async function expectSlowGenericPlan({ result, folder }: RunOutcome): Promise<void> {
  const { verdict, reason, planKinds, indexes, explanation, plans } = comparison(result, 'unread')
  expect({ verdict, reason }).toMatchObject({ verdict: 'slower' })
  expect(planKinds).toMatchObject({ before: { generic: 0 }, after: { custom: 0 } })
  expect(planKinds?.before.custom).toBeGreaterThan(0)
  expect(planKinds?.after.generic).toBeGreaterThan(0)
  expect(indexes.before).toContain('messages_unread_idx')
  expect(indexes.after).not.toContain('messages_unread_idx')
  expect(explanation).toMatch(/^the generic plan does without index messages_unread_idx: .*partial index$/)
  expect(await readFile(join(folder, plans?.after ?? ''), 'utf8')).toContain('is_read = $1')
  expect(await readFile(join(folder, plans?.before ?? ''), 'utf8')).not.toContain('$1')
}

async function expectSameReport({ folder }: RunOutcome): Promise<void> {
  const read = (file: string): Promise<string> => readFile(join(folder, file), 'utf8')
  const [json, markdown] = [await read('result.json'), await read('report.md')]
  expect(markdown).toContain('## Row-level security and plan modes')
  await reportRun(folder)
  expect(await read('result.json')).toBe(json)
  expect(await read('report.md')).toBe(markdown)
}

describe('the plan mode of a run', () => {
  it('lets PostgreSQL choose where it is automatic, and says what it chose', async () => {
    const { result, folder } = await runOn(EMBEDDED, { planMode: 'automatic', budgetMs: 1 })
    const byId = result.queries.find(({ name }) => name === 'by-id')
    expect(byId).toMatchObject({ planMode: 'automatic', settings: { plan_cache_mode: 'auto' } })
    // A lookup by key has the same plan for every key: after five executions the generic one is cheaper.
    expect(byId?.planKinds?.after.custom).toBe(5)
    expect(byId?.planKinds?.after.generic).toBeGreaterThan(0)
    expect(byId?.planKinds?.before.custom).toBe(5)
    expect(await readFile(join(folder, byId?.plans.after ?? ''), 'utf8')).toContain('(id = $1)')
    expect(result.comparisons.map(({ pair }) => pair)).not.toContain('generic')
  })

  it('adds a comparison to every query with parameters where it is compare', async () => {
    const { result } = await runOn(EMBEDDED, { planMode: 'compare', budgetMs: 1 })
    const compared = result.comparisons.filter(({ pair }) => pair === 'generic').map(({ query }) => query)
    expect(compared).toEqual(['search', 'unread', 'by-id'])
    expect(result.queries.map(({ planMode }) => planMode)).toEqual(Array(4).fill('custom'))
  })
})

describe('closer looks', () => {
  it('are at the migrated clone where each arm is a database of its own', async () => {
    const { result } = await runOn(EMBEDDED, { armKind: 'clones', budgetMs: 1 })
    expect(comparison(result, 'search')).toMatchObject({
      defeated: [{ index: 'messages_search_idx', operators: ['@@'] }],
    })
    expect(comparison(result, 'search').beforeMs).toBeGreaterThan(0)
    expect(comparison(result, 'unread').planKinds?.after).toMatchObject({ custom: 0 })
  })

  it('are none in an A/A run, which has no migration', async () => {
    const { result } = await runOn(EMBEDDED, { arms: 'aa', budgetMs: 1 })
    expect(result.comparisons).toEqual([])
  })
})
