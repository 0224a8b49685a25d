// The header of synthetic evidence: a made-up chat scenario on an embedded server.
import type { EvidenceHeader } from '../../src/model/evidence.js'
import type { QueryFacts } from '../../src/model/facts.js'
import type { SyntheticQuery } from './evidence.js'

export const SYNTHETIC_QUERIES = [
  { name: 'recent-messages', claim: '10-100x', speedup: 20, beforeMs: 40 },
  { name: 'message-by-id', claim: 'unchanged', speedup: 1, beforeMs: 4 },
  { name: 'unread-count', claim: null, speedup: 3, beforeMs: 12 },
] as const

interface HeaderOptions {
  readonly seed: number
  readonly arms: 'migration' | 'aa'
  readonly controls: readonly string[]
}

export function syntheticHeader(queries: readonly SyntheticQuery[], options: HeaderOptions): EvidenceHeader {
  return {
    type: 'header',
    evidenceVersion: 3,
    tool: { name: 'indexproof', version: '0.1.0' },
    run: {
      id: '20250601T120000-chat-indexes',
      startedAt: '2025-06-01T12:00:00.000Z',
      arms: options.arms,
      armKind: 'transactions',
      planMode: null,
      seed: options.seed,
      budgetMs: 180_000,
      priceBudgetMs: 0,
      statementTimeoutMs: 30_000,
      command: `indexproof run scenarios/chat-indexes --seed ${options.seed}`,
    },
    machine: {
      cpu: 'Example CPU',
      cores: 4,
      memoryBytes: 8 * 2 ** 30,
      platform: 'linux x64',
      node: 'v20.19.0',
    },
    scenario: {
      name: 'chat-indexes',
      title: 'Indexes for a chat',
      hash: 'a'.repeat(64),
      source: 'chat-indexes',
      arms: 'transactions',
      without: [],
      leftOut: { tables: [], queries: [], writes: [], claims: [], checks: [], fails: [], statements: [] },
    },
    dataset: {
      name: 'chat',
      seed: options.seed,
      scale: 'small',
      rows: { tenants: 100, messages: 50_000 },
      checksum: 'b'.repeat(64),
      generatorVersion: 1,
      randomAlgorithm: 'xoroshiro128+',
      facts: { dimensions: 384 },
      cohorts: COHORTS.map((cohort, position) => ({
        cohort,
        tenants: [{ tenant: String(position + 1), rows: 10_000 / 10 ** position }],
      })),
      seedMs: 2_500,
      reused: false,
    },
    server: {
      kind: 'embedded',
      version: '18.0',
      versionNumber: 180_000,
      description: 'PostgreSQL 18.0 (embedded)',
      pgvector: '0.8.1',
      cluster: null,
      image: null,
      settings: { jit: 'off', work_mem: '4MB' },
      caveats: ['The embedded server runs in one process.'],
    },
    preparation: [],
    migration: syntheticMigration(queries, options.arms),
    policy: {
      alpha: 0.05,
      looks: [12, 18, 27, 40, 60],
      smallestEffect: 1.05,
      tolerance: 0.05,
      settledHalfWidth: 0.1,
      minimumRounds: 12,
      minimumRecall: 0.9,
    },
    queries: queries.map(queryFacts),
    claims: [],
    checks: [],
    fails: [],
    comparisons: queries.flatMap(({ name }) => [
      { query: name, pair: 'main' as const },
      ...(options.controls.includes(name) ? [{ query: name, pair: 'control' as const }] : []),
    ]),
    indexes: null,
    pairChecks: [],
  }
}

export const COHORTS = ['largest', 'median', 'tail'] as const

/** The index that the synthetic `after` plan of a query uses. */
export const indexOf = (query: string): string => `${query.replaceAll('-', '_')}_idx`

function syntheticMigration(
  queries: readonly SyntheticQuery[],
  arms: 'migration' | 'aa',
): EvidenceHeader['migration'] {
  if (arms === 'aa') return { applied: false, statements: [], indexes: [] }
  const changed = queries.filter(({ planChanges }) => planChanges)
  const definition = (name: string): string =>
    `CREATE INDEX ${indexOf(name)} ON messages USING btree (tenant_id)`
  return {
    applied: true,
    statements: changed.map(({ name }, position) => ({
      file: 'migrations/001_indexes.sql',
      line: position + 1,
      kind: 'IndexStmt',
      sql: definition(name),
      durationMs: 120,
      lock: 'SHARE' as const,
      notices: [],
    })),
    indexes: changed.map(({ name }) => ({
      name: indexOf(name),
      schema: 'public',
      table: 'messages',
      method: 'btree',
      definition: definition(name),
      sizeBytes: 1_048_576,
      buildMs: 120,
      lock: 'SHARE' as const,
      valid: true,
    })),
  }
}

function queryFacts({ name, claim, recallAt, check }: SyntheticQuery): QueryFacts {
  const state = recallAt === null ? 'same' : 'approximate'
  const recall = recallAt === null ? null : 1
  return {
    name,
    title: name.replaceAll('-', ' '),
    sql: 'SELECT id, body FROM messages WHERE tenant_id = $1 ORDER BY created_at DESC LIMIT 20',
    role: 'app',
    says: null,
    claim,
    writes: false,
    settings: {},
    planMode: 'custom',
    recallAt,
    rows: [
      { cohort: 'largest', tenant: '1', hit: true, returned: 20 },
      { cohort: 'median', tenant: '2', hit: true, returned: 20 },
      { cohort: 'tail', tenant: '3', hit: true, returned: 20 },
      { cohort: 'median', tenant: '2', hit: false, returned: 20 },
    ],
    check: { query: name, state, differing: 0, hitRows: 60, recall, recalls: [], short: 0, ...check },
  }
}
