import { describe, expect, it } from 'vitest'
import { EXIT, HarnessError } from '../../../src/model/errors.js'
import { loadScenario } from '../../../src/scenario/load-scenario.js'
import { leaveOut } from '../../../src/scenario/leave-out.js'
import { tinyScenario, tinyScenarioFile } from '../../support/tiny-scenario.js'

async function problemOf(changes: Changes): Promise<HarnessError> {
  const outcome: unknown = await tinyScenario(changes)
    .then(loadScenario)
    .catch((error: unknown) => error)
  if (outcome instanceof HarnessError) return outcome
  throw new Error('expected a HarnessError', { cause: outcome })
}

type Changes = Readonly<Record<string, string | null>>

const YAML = tinyScenarioFile('scenario.yaml')
const CHECKED = `${YAML}checks:
  - name: used
    title: Every index is used
    says: 'No Unused Indexes: All indexes show active usage'
fails:
  - name: expires-at
    title: Index on a column that is not there
    sqlstate: '42703'
`
const FILES = {
  'scenario.yaml': CHECKED,
  'checks/used.sql': `SELECT true AS passed, '' AS detail`,
  'fails/expires-at.sql': 'CREATE INDEX i ON messages (expires_at)',
}
const CLONES = { 'scenario.yaml': `${YAML}arms: clones\n` }

describe('checks and failures of a scenario', () => {
  it('are loaded with what was published of them, and asked after the migration unless told otherwise', async () => {
    const { checks, fails } = await loadScenario(await tinyScenario(FILES))
    expect(checks).toMatchObject([
      { name: 'used', when: 'after', says: 'No Unused Indexes: All indexes show active usage' },
    ])
    expect(fails).toMatchObject([{ name: 'expires-at', sqlstate: '42703', says: null }])
  })

  it.each([
    [{ 'checks/used.sql': null }, /^Check "used" has no file .*checks\/used\.sql at .*scenario\.yaml:11:11$/],
    [{ 'fails/expires-at.sql': null }, /^Failure "expires-at" has no file .*scenario\.yaml:15:11$/],
    [
      { 'checks/used.sql': 'DELETE FROM messages' },
      /used\.sql:1:1: a check cannot be a statement that changes data/,
    ],
    [{ 'checks/used.sql': '-- why\nSHOW work_mem' }, /used\.sql:2:1: a check cannot be SHOW/],
    [{ 'checks/used.sql': 'SELECT $1' }, /used\.sql:1:1: a check takes no parameters/],
    [{ 'checks/used.sql': 'SELECT 1; SELECT 2' }, /used\.sql:1:11: a second statement, but a check file/],
    [{ 'checks/used.sql': 'SELECT 1 INTO t' }, /SELECT … INTO creates a table/],
    [
      { 'fails/expires-at.sql': 'CREATE INDEX CONCURRENTLY i ON messages (body)' },
      /expires-at\.sql:1:1: CREATE INDEX cannot be rolled back here/,
    ],
    [{ 'fails/expires-at.sql': 'COMMIT' }, /COMMIT cannot be rolled back here/],
    [
      { 'scenario.yaml': CHECKED.replace("'42703'", "'4270'") },
      /"sqlstate": expected five digits.* at .*:17:15/,
    ],
    [
      { 'scenario.yaml': CHECKED.replace('says:', 'when: sometimes\n    says:') },
      /Unknown when "sometimes" at .*:13:11/,
    ],
    [
      { 'scenario.yaml': CHECKED.replace('fails:', '  - name: used\n    title: Again\nfails:') },
      /Check "used" is there twice at .*:14:11/,
    ],
  ])('%j is told with its place', async (changes, message) => {
    expect((await problemOf({ ...FILES, ...changes })).message).toMatch(message)
  })

  it.each([
    [{ 'checks/used.sql': `SELECT pg_read_file('x') = '' AS passed, '' AS detail` }, /pg_read_file/],
    [{ 'fails/expires-at.sql': `COPY messages TO PROGRAM 'rm x'` }, /COPY is not allowed/],
    [{ 'prepare/001.sql': 'CREATE EXTENSION dblink' }, /CREATE EXTENSION is not allowed/],
    [
      { ...CLONES, 'migrations/001_timeline.sql': 'VACUUM; ALTER SYSTEM SET x = 1' },
      /ALTER SYSTEM is not allowed/,
    ],
    [{ ...CLONES, 'migrations/001_timeline.sql': `DO 'begin end'` }, /DO is not allowed/],
    [
      { 'prepare/001.sql': `INSERT INTO messages SELECT * FROM dblink('', '') AS t(a int)` },
      /dblink\(\) is not allowed/,
    ],
  ])('%j stays refused', async (changes, message) => {
    const problem = await problemOf({ ...FILES, ...changes })
    expect(problem.exitCode).toBe(EXIT.refused)
    expect(problem.message).toMatch(message)
  })

  it('are part of what the scenario is', async () => {
    const hashOf = async (changes: Changes): Promise<string> =>
      (await loadScenario(await tinyScenario({ ...FILES, ...changes }))).hash
    const hashes = await Promise.all([
      hashOf({}),
      hashOf({ 'checks/used.sql': `SELECT false AS passed, '' AS detail` }),
      hashOf({ 'fails/expires-at.sql': 'SELECT expires_at FROM messages' }),
      hashOf({ 'prepare/001.sql': 'ANALYZE' }),
    ])
    expect(new Set(hashes).size).toBe(4)
  })

  it('go where they need what a run does without', async () => {
    const folder = await tinyScenario({
      ...FILES,
      'prepare/001.sql': 'DELETE FROM message_embeddings;\nANALYZE messages',
      'checks/used.sql': `SELECT count(*) > 0 AS passed, '' AS detail FROM message_embeddings`,
      'fails/expires-at.sql': 'SELECT expires_at FROM message_embeddings',
    })
    const left = await leaveOut(await loadScenario(folder), ['vector'], ['message_embeddings'])
    expect(left).toMatchObject({
      checks: [],
      fails: [],
      leftOut: { checks: ['used'], fails: ['expires-at'], statements: [{ line: 1 }] },
    })
    expect(left.prepare[0]?.text.trim()).toBe(';\nANALYZE messages')
  })
})

describe('a free migration', () => {
  it.each([
    'VACUUM (ANALYZE) messages',
    'ANALYZE',
    'REINDEX INDEX CONCURRENTLY messages_pkey',
    'REINDEX TABLE messages',
    'CLUSTER messages USING messages_pkey',
    'ALTER TABLE messages SET (autovacuum_vacuum_scale_factor = 0.05)',
    'ALTER TABLE messages ADD COLUMN note text DEFAULT 1, DROP COLUMN body',
    'ALTER TABLE messages ALTER COLUMN body TYPE varchar(10)',
    'UPDATE messages SET body = 1',
    'INSERT INTO messages SELECT * FROM messages',
    'TRUNCATE messages',
    'DROP INDEX CONCURRENTLY messages_pkey',
    'CREATE TABLE t (a int)',
    'DROP TABLE users',
    'CREATE INDEX CONCURRENTLY i ON messages (body)',
  ])('may hold %s', async (sql) => {
    const scenario = await loadScenario(await tinyScenario({ ...CLONES, 'migrations/001_timeline.sql': sql }))
    expect(scenario.armKind).toBe('clones')
  })

  it.each([
    ['ALTER TABLE messages OWNER TO somebody', /ALTER TABLE is not supported yet in a migration/],
    ['ALTER TABLE messages DISABLE ROW LEVEL SECURITY', /ALTER TABLE is not supported/],
    ['BEGIN; VACUUM messages; COMMIT', /VACUUM cannot run inside BEGIN … COMMIT/],
    ['REINDEX DATABASE postgres', /REINDEX is not supported/],
    ['RESET ALL', /is not supported yet in a migration/],
    ['-- nothing', /holds no statement/],
  ])('may not hold %s', async (sql, message) => {
    expect((await problemOf({ ...CLONES, 'migrations/001_timeline.sql': sql })).message).toMatch(message)
  })

  it('is no migration of arms in transactions, whose error says what to write', async () => {
    const problem = await problemOf({ 'migrations/001_timeline.sql': 'VACUUM messages' })
    expect(problem.message).toMatch(/VACUUM is not supported yet/)
    expect(problem.hint).toContain('arms: clones')
  })

  it.each(['note text', 'IF NOT EXISTS note text'])(
    'in transactions ADD COLUMN %s is harmless',
    async (column) => {
      const index = tinyScenarioFile('migrations/001_timeline.sql')
      const sql = `ALTER TABLE messages ADD COLUMN ${column};\n${index}`
      const { migrations } = await loadScenario(await tinyScenario({ 'migrations/001_timeline.sql': sql }))
      expect(migrations).toHaveLength(1)
    },
  )

  it.each(['note text DEFAULT 1', 'note text NOT NULL', 'n bigserial'])(
    'in transactions ADD COLUMN %s is not',
    async (column) => {
      const problem = await problemOf({
        'migrations/001_timeline.sql': `ALTER TABLE messages ADD COLUMN ${column}`,
      })
      expect(problem.message).toMatch(/ALTER TABLE is not supported yet/)
    },
  )
})
