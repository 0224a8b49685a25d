import { describe, expect, it } from 'vitest'
import { HarnessError } from '../../../src/model/errors.js'
import { loadScenario } from '../../../src/scenario/load-scenario.js'
import { withInboxScenario, type Changes } from '../../support/inbox-scenario.js'

async function problemOf(changes: Changes): Promise<HarnessError> {
  const outcome = await withInboxScenario(changes, loadScenario).catch((error: unknown) => error)
  if (outcome instanceof HarnessError) return outcome
  throw new Error('expected a HarnessError', { cause: outcome })
}

const migration = (sql: string): Changes => ({ 'migrations/001_recent.sql': sql })

describe('SQL of a query that is not right', () => {
  it.each([
    ['select 1; select 2', /add-message\.sql:1:11: a second statement/],
    ['-- nothing', /add-message\.sql holds no statement/],
    ['create table t (a int)', /add-message\.sql:1:1: a query cannot be CREATE TABLE/],
    ['explain select 1', /a query cannot be EXPLAIN/],
    ['copy t to stdout', /a query cannot be COPY/],
    ['select 1 into t', /SELECT … INTO creates a table/],
    ['select $1, $4', /the query uses \$4 but not \$2, \$3/],
    ['select ${nothing}', /add-message\.sql:1:8: unknown placeholder "\$\{nothing\}"/],
    ['select ${role_app}', /unknown placeholder "\$\{role_app\}"/],
    ['select ${lists} from from', /add-message\.sql:1:22: syntax error at or near "from"/],
    ['delete from messages where id = $1', /a query that writes needs RETURNING/],
    ['selct 1', /add-message\.sql:1:1: syntax error at or near "selct"/],
  ])('%j is refused', async (sql, message) => {
    expect((await problemOf({ 'queries/add-message.sql': sql })).message).toMatch(message)
  })

  it.each([
    ['delete from t returning 1', /a parameters query cannot be a statement that changes data/],
    ['with a as (delete from t returning 1) select 1 from a', /cannot be a statement that changes data/],
    ['show work_mem', /a parameters query cannot be SHOW/],
    ['select $1', /a parameters query takes no parameters itself/],
    ['select 1 into t', /SELECT … INTO creates a table/],
  ])('as a parameters query %j is refused', async (sql, message) => {
    const problem = await problemOf({ 'queries/add-message.parameters.sql': sql })
    expect(problem.message).toMatch(message)
    expect(problem.message).toContain('add-message.parameters.sql:1:1')
  })

  it.each(['add-message.sql', 'add-message.parameters.sql'])('names %s when it is missing', async (file) => {
    const problem = await problemOf({ [`queries/${file}`]: null })
    expect(problem.message).toContain('Query "add-message" has no file')
    expect(problem.message).toContain(`queries/${file} at`)
    expect(problem.message).toMatch(/scenario\.yaml:16:11$/)
  })

  it('has no recall where it changes data', async () => {
    const problem = await problemOf({
      'queries/similar-messages.sql': 'delete from t where id = $1 returning id',
    })
    expect(problem.message).toMatch(
      /^Query "similar-messages" changes data: recall is only for searches at .*:15:13/,
    )
  })
})

describe('a migration that is not right', () => {
  it('is told when there is none', async () => {
    const none = { 'migrations/001_recent.sql': null, 'migrations/002_nearest.sql': null }
    expect((await problemOf(none)).message).toMatch(/^No migration files: .* does not exist$/)
    const other = await problemOf({ ...none, 'migrations/README.md': 'x' })
    expect(other.message).toMatch(/holds no \.sql file, only README\.md$/)
  })

  it.each([
    ['', /leaves no new index: .*001_recent\.sql holds no statement/],
    ['analyze; set work_mem = 1', /leaves no new index: .* holds ANALYZE, SET$/],
    ['create index a on t (a); drop index a', /leaves no new index: .* holds CREATE INDEX, DROP INDEX$/],
  ])('makes an index: %j does not', async (sql, message) => {
    const problem = await problemOf({ ...migration(sql), 'migrations/002_nearest.sql': null })
    expect(problem.message).toMatch(message)
  })

  it.each([
    [
      'create index a on t (a);\nalter table t add b int default 1;',
      /:2:1: ALTER TABLE is not supported yet/,
    ],
    ['create index a on t (a);\ncreate table u (a int);', /:2:1: CREATE TABLE is not supported yet/],
    ['update t set a = 1', /:1:1: UPDATE is not supported yet/],
    ['vacuum t', /VACUUM is not supported yet/],
    ['drop table t', /DROP TABLE is not supported yet/],
    ['copy t to stdout', /COPY is not supported yet/],
    ['set transaction read only', /SET is not supported yet/],
    ['create materialized view v as select 1', /CREATE MATERIALIZED VIEW is not supported yet/],
    ['reset all', /RESET ALL is not supported yet/],
    ['drop index other', /dropping index "other" is not supported yet/],
    ['create index on t (a); drop index t_a_idx', /dropping index "t_a_idx" is not supported yet/],
    [
      'begin;\ncreate index concurrently a on t (a);\ncommit',
      /:2:1: CREATE INDEX CONCURRENTLY cannot run inside/,
    ],
    ['begin;\ncreate index a on t (a);', /:1:1: BEGIN without COMMIT/],
    ['create index a on t (a);\ncommit', /:2:1: COMMIT without BEGIN/],
    ['begin; begin; commit', /:1:8: BEGIN inside a transaction that is open since line 1/],
    ['begin; rollback', /ROLLBACK is not supported in a migration/],
    ['begin; savepoint a; commit', /SAVEPOINT is not supported in a migration/],
  ])('%j is refused with its place', async (sql, message) => {
    expect((await problemOf(migration(sql))).message).toMatch(message)
  })

  it.each([
    "begin; create index a on t (a); comment on index a is 'x'; commit; analyze t",
    'create index concurrently a on t (a)',
    "set maintenance_work_mem = '1GB'; create unique index a on t (a); reset maintenance_work_mem",
    'create index a on t (a); drop index a; create index a on t (b)',
  ])('%j is accepted', async (sql) => {
    await expect(withInboxScenario(migration(sql), loadScenario)).resolves.toMatchObject({ name: 'inbox' })
  })
})
