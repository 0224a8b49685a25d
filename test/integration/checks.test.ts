// Preparation, checks, expected failures and free migrations on clones, end to end on the embedded server.
import { join } from 'node:path'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { reportRun } from '../../src/experiment/report-run.js'
import { exitCodeOf } from '../../src/cli/exit-code.js'
import { runScenario } from '../support/run-scenario.js'
import { tinyScenario, tinyScenarioFile } from '../support/tiny-scenario.js'

const SHORT = { budgetMs: 4_000, leaveOneOut: 'off' as const }

const ASKED = `checks:
  - name: index-there
    title: The timeline has an index
    says: 'Index: added'
    when: both
  - name: label-set
    title: Every message has a label
    when: before
  - name: broken
    title: A check that asks what is not there
  - name: too-many
    title: A check that returns two rows
fails:
  - name: expires-at
    title: Index on a column that the schema does not have
    says: expires_at → expires
    sqlstate: '42703'
  - name: fine
    title: A statement that works after all
  - name: other
    title: Fails otherwise
    sqlstate: '42703'
`

const FILES = {
  'prepare/001.sql': `UPDATE messages SET metadata = jsonb_set(metadata, '{label}', '"set"');`,
  'checks/index-there.sql': `SELECT count(*) = 1 AS passed, count(*) || ' index' AS detail FROM pg_indexes WHERE indexname = 'messages_timeline_idx'`,
  'checks/label-set.sql': `SELECT bool_and(metadata->>'label' = 'set') AS passed, count(*)::text AS detail FROM messages`,
  'checks/broken.sql': `SELECT nothing AS passed, '' AS detail FROM messages`,
  'checks/too-many.sql': `SELECT true AS passed, x::text AS detail FROM generate_series(1, 2) x`,
  'fails/expires-at.sql': 'CREATE INDEX i ON messages (expires_at)',
  'fails/fine.sql': 'CREATE INDEX fine_idx ON messages (body)',
  'fails/other.sql': 'CREATE INDEX i ON nowhere (expires_at)',
}

test('checks and expected failures are judged, shown with what was answered, and kept in the evidence', async () => {
  const yaml = tinyScenarioFile('scenario.yaml')
  const folder = await tinyScenario({
    'scenario.yaml': yaml.replace("claim: '>=2x'", "claim: '>=2x'\n    says: Twice as fast") + ASKED,
    ...FILES,
  })
  const { result, folder: runFolder } = await runScenario(folder, SHORT)

  const [there, label, broken, many] = result.checks
  expect(there).toMatchObject({ verdict: 'refuted', reason: 'before: 0 index', says: 'Index: added' })
  expect(there?.after).toEqual({ state: 'answered', passed: true, detail: '1 index' })
  expect(label).toMatchObject({ verdict: 'confirmed', reason: '4000' })
  expect(broken?.verdict).toBe('void')
  expect(broken?.reason).toContain('column "nothing" does not exist (SQLSTATE 42703)')
  expect(many).toMatchObject({ verdict: 'void', reason: 'it returned 2 rows instead of one' })

  const [expires, fine, other] = result.fails
  expect(expires?.verdict).toBe('confirmed')
  expect(expires?.failure).toEqual({ sqlstate: '42703', message: 'column "expires_at" does not exist' })
  expect(fine).toMatchObject({ verdict: 'refuted', failure: null })
  expect(other?.verdict).toBe('refuted')
  expect(other?.reason).toContain('but not with 42703: relation "nowhere" does not exist (SQLSTATE 42P01)')

  const nothing = { ...result, queries: [], claims: [], checks: [], fails: [] }
  expect(exitCodeOf({ ...nothing, checks: result.checks })).toBe(1)
  expect(exitCodeOf({ ...nothing, fails: result.fails })).toBe(1)
  expect(exitCodeOf(nothing)).toBe(0)

  const report = await readFile(join(runFolder, 'report.md'), 'utf8')
  expect(await reportRun(runFolder)).toEqual(result)
  expect(await readFile(join(runFolder, 'report.md'), 'utf8')).toBe(report)
  expect(report).toContain('“Twice as fast”')
  expect(report).toContain('column "expires_at" does not exist')
  expect(result.preparation).toMatchObject([{ kind: 'UpdateStmt', line: 1 }])
})

test('a free migration is measured on clones, and what it left behind is told and voids nothing', async () => {
  const folder = await tinyScenario({
    'scenario.yaml': `${tinyScenarioFile('scenario.yaml').replace("\n    claim: '>=2x'", '')}arms: clones
checks:
  - name: dead
    title: No dead rows
    when: both
`,
    'prepare/001.sql': `UPDATE messages SET metadata = '{}' WHERE id % 2 = 0;`,
    'checks/dead.sql': `SELECT n_dead_tup = 0 AS passed, n_dead_tup || ' dead' AS detail FROM pg_stat_user_tables WHERE relname = 'messages'`,
    'migrations/001_timeline.sql': `VACUUM ANALYZE messages;
REINDEX INDEX CONCURRENTLY messages_pkey;
REINDEX TABLE users;
ALTER TABLE messages SET (autovacuum_vacuum_scale_factor = 0.05), ADD COLUMN note text DEFAULT 'x';
UPDATE messages SET note = 'y' WHERE id < 100;
CREATE TABLE notes (id integer PRIMARY KEY);
CREATE INDEX CONCURRENTLY IF NOT EXISTS messages_note_idx ON messages (note);
CLUSTER users USING users_pkey;
`,
  })
  const { result } = await runScenario(folder, { ...SHORT, armKind: 'clones' })

  const [dead] = result.checks
  expect(dead?.before).toMatchObject({ state: 'answered', passed: false })
  const table = result.state.arms.find((one) => one.table === 'public.messages')
  // Not all 2,000: whoever reads a page may prune it.
  expect(table?.before?.deadRows).toBeGreaterThan(1000)
  expect(table?.after?.deadRows).toBeLessThan(200)
  expect(table?.sameStatistics).toBe(false)
  expect(result.state.blocks.every(({ failure }) => failure === null)).toBe(true)
  // The machine may be too slow for so short a budget, or too noisy.
  const voids = result.queries.filter(({ verdict }) => verdict === 'void').map(({ detail }) => detail)
  expect(voids.filter((detail) => detail !== 'too few rounds' && detail !== 'A/A failed')).toEqual([])

  const { indexes, statements } = result.migration
  expect(indexes.map(({ name }) => name)).toEqual(['messages_note_idx', 'notes_pkey'])
  const [light, heavy] = ['SHARE UPDATE EXCLUSIVE', 'ACCESS EXCLUSIVE']
  expect(statements.map(({ lock }) => lock)).toEqual([light, light, 'SHARE', heavy, null, null, light, heavy])
})

test('an index and a column that both arms have are told', async () => {
  const folder = await tinyScenario({
    'prepare/001.sql': 'CREATE INDEX there_idx ON messages (body);',
    'migrations/001_timeline.sql': `CREATE INDEX CONCURRENTLY IF NOT EXISTS there_idx ON messages (body);
ALTER TABLE messages ADD COLUMN IF NOT EXISTS note text;
CREATE INDEX CONCURRENTLY messages_timeline_idx ON messages (tenant_id, created_at DESC, id DESC);
`,
  })
  const { result } = await runScenario(folder, SHORT)
  expect(result.migration.indexes.map(({ name }) => name)).toEqual(['messages_timeline_idx'])
  const codes = result.warnings.map(({ code }) => code)
  expect(codes).toContain('index-was-there')
  expect(codes).toContain('in-both-arms')
})
