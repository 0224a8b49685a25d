// A hand-built result that shows everything a report can show: each verdict, and names that try to break out.
import type { QueryResult, Result } from '../../src/model/result.js'
import { inspectionSummary } from './inspection.js'
import { makeAttribution } from './attribution.js'
import { makeQueryResult, speedup } from './query-result.js'

export const HOSTILE_NAME = 'a|b`c`<script>alert(1)</script>'
export const HOSTILE_TITLE =
  '\u001B[31mred\u001B[0m | [click](https://evil.example) <script>alert(1)</script> `code`\n# heading @team 日本語'

/** Valid by resultSchema; fields of the top level can be replaced. */
export function makeResult(overrides: Partial<Result> = {}): Result {
  return {
    schemaVersion: 3,
    tool: { name: 'indexproof', version: '0.1.0', analysisVersion: 1 },
    run: {
      id: '20250601T120000-chat-indexes',
      startedAt: '2025-06-01T12:00:00.000Z',
      finishedAt: '2025-06-01T12:03:20.000Z',
      arms: 'migration',
      armKind: 'transactions',
      planMode: null,
      seed: 42,
      budgetMs: 180_000,
      priceBudgetMs: 0,
      statementTimeoutMs: 30_000,
      measuringMs: 161_200,
      rounds: 27,
      stoppedBy: 'settled',
      reason: null,
      resumed: 0,
      command: 'indexproof run scenarios/chat --seed 42 --server postgres://me:hunter2@localhost/postgres',
    },
    machine: {
      cpu: 'Example CPU',
      cores: 4,
      memoryBytes: 8 * 2 ** 30,
      platform: 'linux x64',
      node: 'v20.19.0',
    },
    scenario: {
      name: 'chat',
      title: 'Indexes for a chat',
      hash: 'a'.repeat(64),
      source: 'chat',
      arms: 'transactions',
      without: [],
      leftOut: { tables: [], queries: [], writes: [], claims: [], checks: [], fails: [], statements: [] },
    },
    dataset: {
      name: 'chat',
      seed: 42,
      scale: 'small',
      rows: { tenants: 100, messages: 50_000 },
      checksum: 'b'.repeat(64),
      generatorVersion: 1,
      randomAlgorithm: 'xoroshiro128+',
      facts: { dimensions: 384, language: 'English' },
      cohorts: [
        { cohort: 'largest', tenants: [{ tenant: '1', rows: 10_000 }] },
        { cohort: 'tail', tenants: [12, 40].map((rows, at) => ({ tenant: `${at + 90}`, rows })) },
      ],
      seedMs: 2500,
      reused: false,
    },
    server: {
      kind: 'local',
      version: '18.0',
      versionNumber: 180_000,
      description: 'PostgreSQL 18.0 on x86_64-pc-linux-gnu, 64-bit',
      pgvector: '0.8.1',
      cluster: null,
      image: null,
      settings: { jit: 'off', work_mem: '4MB' },
      caveats: [],
    },
    preparation: [],
    migration: makeMigration(),
    policy: {
      alpha: 0.05,
      looks: [12, 18, 27, 40, 60],
      smallestEffect: 1.05,
      tolerance: 0.05,
      settledHalfWidth: 1.1,
      minimumRounds: 12,
      minimumRecall: 0.9,
      delta: 1.05,
    },
    noiseFloor: {
      low: 0.98,
      high: 1.02,
      clientFloorMs: 0.0512,
      controls: [{ query: 'recent-messages', kind: 'same arm', speedup: speedup(1.001, 0.98, 1.02) }],
    },
    queries: everyVerdict(),
    claims: [],
    checks: [],
    fails: [],
    comparisons: [],
    attribution: makeAttribution(['messages_recent_idx', 'messages_unused_idx', HOSTILE_NAME]),
    stability: {
      analyses: 3,
      plans: 48,
      unstable: [
        {
          query: 'members',
          arm: 'after',
          cohort: 'largest',
          flips: 2,
          measured: ['Limit', '  Index Scan using messages_recent_idx on messages'],
          others: [['Limit', '  Sort', '    Seq Scan on messages']],
        },
      ],
    },
    suite: { speedup: speedup(8.2, 7.9, 8.6), queries: 10 },
    price: null,
    state: {
      arms: [],
      blocks: [
        {
          block: 'reads',
          attested: 'whole',
          failure: null,
          checkpoints: 0,
          writtenRows: 0,
          deadRows: 0,
          residentShare: 0.973,
          pressure: { cpuPercent: 12.3, load: 1.25 },
        },
        {
          block: 'writes',
          attested: 'in part',
          failure: {
            detail: 'statistics drifted',
            reason: 'ANALYZE ran on messages while the block "writes" was measured',
          },
          checkpoints: null,
          writtenRows: 4200,
          deadRows: 4100,
          residentShare: null,
          pressure: { cpuPercent: null, load: null },
        },
      ],
    },
    inspections: { before: inspectionSummary({ indexes: 7 }), after: inspectionSummary() },
    warnings: [
      { code: 'unused-index', query: null, message: 'messages_unused_idx is in no plan' },
      { code: 'no-rows', query: HOSTILE_NAME, message: 'returns | no rows\n<b>in</b> both arms' },
    ],
    ...overrides,
  }
}

function everyVerdict(): QueryResult[] {
  const query = makeQueryResult
  return [
    query('recent-messages', { claim: '10-100x', verdict: 'confirmed', speedup: speedup(20.1, 18.9, 21.4) }),
    query('message-by-id', {
      claim: 'unchanged',
      verdict: 'confirmed',
      speedup: speedup(1, 0.99, 1.01),
      samePlan: true,
    }),
    query('search-word', {
      claim: '5-10x',
      verdict: 'confirmed',
      detail: 'at least 5x',
      speedup: speedup(9.8, 6.2, 14.3),
    }),
    query('search-vector', {
      claim: '2-5x',
      verdict: 'exceeded',
      speedup: speedup(123.4, 99.96, 1480),
      results: { state: 'approximate', recall: 0.953, short: 2 },
    }),
    query('unread', {
      claim: '>=3x',
      verdict: 'refuted',
      detail: 'smaller',
      speedup: speedup(1.51, 1.44, 1.58),
    }),
    query('members', { claim: '>=2x', verdict: 'inconclusive', speedup: speedup(1.9, 1.2, 2.6) }),
    query('new-messages', { claim: '>=2x', verdict: 'inconclusive', speedup: speedup(2.2, null, null) }),
    query('threads', { verdict: 'faster', speedup: speedup(3, 2.8, 3.2), speedupAboveFloor: 3.44 }),
    query('settings', { verdict: 'unchanged', speedup: speedup(1, 0.98, 1.02), samePlan: true }),
    query('insert-message', {
      verdict: 'regression',
      speedup: speedup(0.81, 0.77, 0.85),
      findings: [
        {
          code: 'index-for-order',
          cohorts: ['largest', 'tail'],
          text: 'the planner now takes the new index messages_recent_idx for the order and filters 12,345 rows away; before it took a sequential scan and sorted 20 rows',
        },
      ],
    }),
    query('delete-tenant', { verdict: 'unexplained', speedup: speedup(0.9, 0.86, 0.94), samePlan: true }),
    query(HOSTILE_NAME, {
      title: HOSTILE_TITLE,
      verdict: 'void',
      speedup: null,
      results: { state: 'different', differing: 3 },
    }),
  ]
}

function makeMigration(): Result['migration'] {
  const index = (name: string, method: string, usedBy: readonly string[]) => ({
    name,
    schema: 'public',
    table: 'messages',
    method,
    definition: `CREATE INDEX ${name} ON messages USING ${method} (tenant_id)`,
    sizeBytes: 1_258_291,
    buildMs: 120,
    lock: 'SHARE' as const,
    valid: true,
    usedBy: [...usedBy],
  })
  return {
    applied: true,
    totalBuildMs: 1340,
    totalSizeBytes: 2_516_582,
    statements: [],
    indexes: [
      index('messages_recent_idx', 'btree', ['recent-messages', HOSTILE_NAME]),
      { ...index('messages_unused_idx', 'gin', []), buildMs: null, lock: null, valid: false },
    ],
  }
}
