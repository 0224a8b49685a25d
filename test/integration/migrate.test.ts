import { afterEach, beforeAll, afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { MigrationFacts } from '../../src/model/facts.js'
import { HarnessError } from '../../src/model/errors.js'
import { applyMigration } from '../../src/migrate/apply-migration.js'
import { dropStatement } from '../../src/migrate/toggle.js'
import { listIndexes } from '../../src/postgres/catalog/indexes.js'
import { openPglite, type PgliteDatabase } from '../../src/postgres/pglite.js'
import { pgliteSession } from '../../src/postgres/pglite-session.js'
import type { Session } from '../../src/postgres/session.js'
import { parseStatements } from '../../src/postgres/sql/parse-statements.js'

const now = (): number => Number(process.hrtime.bigint())

describe('applying a migration', () => {
  let database: PgliteDatabase
  let session: Session

  const apply = async (text: string, progress: string[] = []): Promise<MigrationFacts> =>
    applyMigration(session, await parseStatements({ path: 'migrations/001.sql', text }), 'transactions', {
      now,
      onProgress: (fraction, detail) => progress.push(`${fraction} ${detail}`),
    })

  async function problemOf(text: string): Promise<HarnessError> {
    const outcome = await apply(text).catch((error: unknown) => error)
    if (outcome instanceof HarnessError) return outcome
    throw new Error('expected a HarnessError', { cause: outcome })
  }

  beforeAll(async () => {
    database = await openPglite(null)
    session = pgliteSession({ database, signal: new AbortController().signal, now })
  })
  afterAll(() => database.close())

  beforeEach(async () => {
    await session.script(`
      create schema "Other";
      create table t (id int primary key, a int, b text);
      insert into t select i, i % 10, 'row ' || i from generate_series(1, 1000) i;
      create table "Other".t (id int);
      create table parts (id int, a int) partition by range (id);
      create table part_1 partition of parts for values from (0) to (10);
      create table part_2 partition of parts for values from (10) to (20)`)
  })
  afterEach(() => session.script('drop schema "Other" cascade; drop table t, parts'))

  it('tells of every statement and every index that came of it', async () => {
    const facts = await apply(
      `-- both\ncreate index t_a on t (a);\nanalyze t;\ncreate index on "Other".t (id);`,
    )
    expect(facts.applied).toBe(true)
    expect(facts.statements).toMatchObject([
      { file: 'migrations/001.sql', line: 2, kind: 'IndexStmt', sql: 'create index t_a on t (a)' },
      { line: 3, kind: 'VacuumStmt' },
      { line: 4, kind: 'IndexStmt' },
    ])
    expect(facts.indexes).toMatchObject([
      { schema: 'Other', name: 't_id_idx', table: 't', method: 'btree', valid: true },
      { schema: 'public', name: 't_a', definition: 'CREATE INDEX t_a ON public.t USING btree (a)' },
    ])
    expect(facts.indexes[1]?.sizeBytes).toBeGreaterThan(8192)
  })

  it('gives each index the time of its own statement, and none where one statement made several', async () => {
    const { statements, indexes } = await apply('create index t_a on t (a); create index p_a on parts (a)')
    const buildMs = Object.fromEntries(indexes.map((index) => [index.name, index.buildMs]))
    expect(buildMs).toEqual({
      t_a: statements[0]?.durationMs,
      p_a: null,
      part_1_a_idx: null,
      part_2_a_idx: null,
    })
  })

  it('keeps the notices of each statement', async () => {
    await session.script('create index t_a on t (a)')
    const { statements } = await apply('create index if not exists t_a on t (a); create index t_b on t (b)')
    expect(statements.map(({ notices }) => notices.map(({ code }) => code))).toEqual([['42P07'], []])
  })

  it('reports progress before each statement', async () => {
    const progress: string[] = []
    await apply('create index t_a\n  on t (a); analyze t', progress)
    expect(progress).toEqual(['0 create index t_a on t (a)', '0.5 analyze t', '1 '])
  })

  it('is undone by one statement, indexes of partitions and quoted schemas included', async () => {
    const before = await listIndexes(session)
    const { indexes } = await apply('create index on parts (a); create index "T" on "Other".t (id)')
    await session.script(`begin; ${dropStatement(indexes)}`)
    expect(await listIndexes(session)).toEqual(before)
    await session.script('rollback')
    expect(await listIndexes(session)).toHaveLength(before.length + 4)
  })

  it('leaves the settings of the session as they were', async () => {
    await session.script("set work_mem = '5MB'")
    await apply("set work_mem = '9MB'; set my.own = 'x'; create index t_a on t (a)")
    const [row] = await session.query(
      "select current_setting('work_mem') as mem, current_setting('my.own') as own",
    )
    expect(row).toEqual({ mem: '5MB', own: '' })
  })

  it('points at the place where the server refuses a statement', async () => {
    const missing = await problemOf(
      'create index t_a on t (a);\ncreate index\n  on t using btree (a int4_ops, missing)',
    )
    expect(missing.message).toBe('migrations/001.sql:2:1: column "missing" does not exist (SQLSTATE 42703)')
    expect(missing.exitCode).toBe(2)
    const placed = await problemOf('/* 😀 */ create index t_x on t ((a + lenght(b)))')
    expect(placed.message).toMatch(/^migrations\/001\.sql:1:37: function lenght\(text\) does not exist/)
    expect(placed.frame).toContain('^')
  })

  it('leaves no broken transaction behind', async () => {
    await problemOf("begin; set work_mem = '9MB'; create index t_a on nothing (a); commit")
    expect(await session.query('select 1 as one')).toEqual([{ one: '1' }])
  })

  it('says so when no index is new', async () => {
    await session.script('create index t_a on t (a)')
    const problem = await problemOf('create index if not exists t_a on t (a)')
    expect(problem.message).toBe(
      'migrations/001.sql:1:1: the migration made no index that was not there before',
    )
  })

  it('refuses an invalid index that IF NOT EXISTS accepted', async () => {
    await session.script(
      "create index t_a on t (a); update pg_index set indisvalid = false where indexrelid = 't_a'::regclass",
    )
    const problem = await problemOf('create index t_b on t (b);\ncreate index if not exists t_a on t (a)')
    expect(problem.message).toBe(
      'migrations/001.sql:2:1: index "public"."t_a" on "t" is not valid: no query may use it',
    )
    expect(problem.exitCode).toBe(4)
    expect(problem.hint).toContain('DROP INDEX "public"."t_a"')
  })

  it('refuses an index that the migration itself left invalid', async () => {
    const problem = await problemOf('create index p_a on only parts (a)')
    expect(problem.message).toContain('index "public"."p_a" on "parts" is not valid')
  })

  it('drops what a failed CREATE INDEX CONCURRENTLY leaves, so that IF NOT EXISTS cannot accept it', async () => {
    const before = await listIndexes(session)
    for (const ifNotExists of ['', 'if not exists']) {
      const failed = await problemOf(`create unique index concurrently ${ifNotExists} t_a on t (a)`)
      expect(failed.message).toContain('could not create unique index "t_a"')
      expect(failed.exitCode).toBe(2)
      expect(await listIndexes(session)).toEqual(before)
    }
  })

  it('gives a limit that the statements reset its value back', async () => {
    await session.script("set lock_timeout = '5s'; set statement_timeout = '1h'")
    await apply('set statement_timeout = 0; reset lock_timeout; create index t_a on t (a)')
    const [row] = await session.query(
      "select current_setting('lock_timeout') as lock, current_setting('statement_timeout') as statement",
    )
    expect(row).toEqual({ lock: '5s', statement: '1h' })
  })
})
