// `inspect` on a database in which one of everything is planted: found, and nothing that is not there.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inspect } from '../../src/experiment/inspect.js'
import { explainQueries } from '../../src/experiment/explain-queries.js'
import type { Address } from '../../src/model/address.js'
import { inspectionSchema, type Inspection } from '../../src/model/inspection.js'
import { withPgSession } from '../../src/postgres/pg-session.js'
import type { Session } from '../../src/postgres/session.js'
import { skipLocal } from '../support/local-postgres.js'
import { sharedLocalCluster, type SharedCluster } from '../support/shared-local-cluster.js'
import { temporaryFolder } from '../support/temporary-folder.js'

const ports = {
  signal: new AbortController().signal,
  now: (): number => Number(process.hrtime.bigint()),
}
const limits = { statementMs: 30_000, lockMs: 500 }

/** Names that must be quoted, two schemas with tables of one name, partitions. */
const SCHEMA = `
create schema "Tenant.One";
create table public."User" (id int primary key, email text unique, name text);
create table "Tenant.One"."User" (id int primary key, name text);
create table public."Message" (
  id int primary key, "userId" int references public."User", "replyTo" int, body text);
create table public.notes (id int primary key, "messageId" int references public."Message");
create table public.pairs (a int, b int, primary key (a, b));
create table public.pair_uses (id int primary key, b int, a int, foreign key (a, b) references public.pairs);
create table public.events (id int, at date, kind text, "userId" int references public."User") partition by range (at);
create table public.events_1 partition of public.events for values from ('2025-01-01') to ('2026-01-01');
create table public.events_2 partition of public.events for values from ('2026-01-01') to ('2027-01-01');
insert into public."User" select i, 'u' || i, 'name ' || i from generate_series(1, 500) i;
insert into "Tenant.One"."User" select i, 'name ' || i from generate_series(1, 500) i;
insert into public."Message" select i, i % 500 + 1, null, repeat('x', 200) from generate_series(1, 40000) i;
insert into public.events select i, '2025-06-01', 'k', i % 500 + 1 from generate_series(1, 1000) i`

/** What is good as it is, and looks a little like what is not. */
const INNOCENT = `
create index "User_name_idx" on public."User" (name);
create index "User_name_idx" on "Tenant.One"."User" (name);
create index user_name_desc on public."User" (name desc nulls last);
create index user_name_c on public."User" (name collate "C");
create index user_name_pattern on public."User" (name text_pattern_ops);
create index user_name_some on public."User" (name) where id > 10;
create index user_lower on public."User" (lower(name));
create index user_name_hash on public."User" using hash (name);
create index message_user on public."Message" ("userId") where "userId" is not null;
create index pair_uses_ba on public.pair_uses (b, a, id);
create index events_user on public.events ("userId")`

const PLANTED = `
create index user_name_twin on public."User" (name);
create index user_lower_twin on public."User" (lower(name));
create index user_some_twin on public."User" (name) where id > 10;
create index "Message_body_long" on public."Message" ("replyTo", id) where body <> '';
create index "Message_body_short" on public."Message" ("replyTo") where body <> ''`

const INNOCENT_NAMES = [
  'public."User_name_idx"',
  '"Tenant.One"."User_name_idx"',
  'public.user_name_desc',
  'public.user_name_c',
  'public.user_name_pattern',
  'public.user_name_some',
  'public.user_lower',
]

async function plant(session: Session): Promise<void> {
  for (const part of [SCHEMA, INNOCENT, PLANTED]) await session.script(part)
  await session.script('vacuum analyze')
  await session.script('delete from public."Message" where id % 3 > 0')
  await session.script('select pg_stat_force_next_flush()')
  await session.script('vacuum analyze public."Message"')
  // Not vacuumed: dead rows.
  await session.script('update "Tenant.One"."User" set name = name || 1')
  await session.script(`update public."User" set name = 'same' where id < 3`)
  await session.script('create unique index concurrently user_broken on public."User" (name)').catch(() => {})
  await session.script('set enable_seqscan = off')
  await session.query('select id from public."User" where email = $1', ['u7'])
  await session.script('select pg_stat_force_next_flush()')
  await session.script('create role watcher login')
}

describe.skipIf(skipLocal)('inspect', () => {
  let cluster: SharedCluster
  let inspection: Inspection
  let watched: Inspection
  const as = (user: string): Address => ({ ...cluster.address, user })
  const inspected = (user: string = cluster.address.user): Promise<Inspection> =>
    inspect({ address: as(user), limits, toolVersion: '0.1.0' }, ports)
  const found = (kind: string, of: Inspection = inspection): string[] =>
    of.findings.filter((finding) => finding.kind === kind).map(({ subject }) => subject)

  beforeAll(async () => {
    cluster = await sharedLocalCluster()
    await withPgSession({ address: cluster.address, ...ports }, plant)
    inspection = await inspected()
    watched = await inspected('watcher')
  })
  afterAll(() => cluster.stop())

  it('says what its schema promises', () => {
    expect(inspectionSchema.parse(inspection)).toEqual(inspection)
  })

  it('finds the invalid index', () => {
    expect(found('invalid index')).toEqual(['public.user_broken'])
  })

  it('finds duplicates and prefixes, and takes no other order, collation, class, condition or method for one', () => {
    expect(found('duplicate index').sort()).toEqual([
      'public.user_lower_twin',
      'public.user_name_twin',
      'public.user_some_twin',
    ])
    expect(found('prefix-redundant index')).toEqual(['public."Message_body_short"'])
  })

  it('finds the foreign key without an index alone, whatever the order of columns; one of partitions counts once', () => {
    expect(found('foreign key without index')).toEqual(['public.notes ("messageId")'])
    expect(inspection.summary).toMatchObject({ foreignKeys: 4, coveredForeignKeys: 3 })
  })

  it('finds unused indexes, and leaves out keys, uniqueness, what is used, and what failed', () => {
    const unused = found('unused index')
    expect(unused).toEqual(expect.arrayContaining([...INNOCENT_NAMES, 'public.user_name_twin']))
    expect(unused.filter((name) => /key|broken/.test(name))).toEqual([])
    const states = Object.fromEntries(inspection.indexes.map(({ index, state }) => [index, state]))
    expect(states['public."User_email_key"']).toBe('used')
    expect(states['public.pairs_pkey']).toBe('enforcing')
    expect(states['public.events_user']).toBeUndefined()
  })

  it('finds bloat and dead rows where they are', () => {
    expect(found('bloat')).toContain('public."Message"')
    expect(found('bloat').every((name) => name.includes('Message'))).toBe(true)
    expect(found('dead rows')).toEqual(['"Tenant.One"."User"'])
    const message = inspection.tables.find(({ table }) => table === 'public."Message"')
    expect(message?.bloat).toMatchObject({ source: 'estimate' })
    expect(message?.bloat?.share).toBeGreaterThan(0.6)
    expect(message?.bloat?.share).toBeLessThan(0.72)
  })

  it('finds the same as a role without rights, and says what that role may not see', () => {
    const quiet = ({ kind }: { kind: string }): boolean => kind !== 'bloat'
    expect(watched.findings.filter(quiet)).toEqual(inspection.findings.filter(quiet))
    expect(watched.tables.every(({ bloat }) => bloat === null)).toBe(true)
    expect(watched.unseen.map(({ what }) => what).join()).toContain('by estimate')
    expect(watched.server.role).toBe('watcher')
  })

  it('writes nothing, and is in a transaction that could not', async () => {
    await withPgSession({ address: cluster.address, ...ports }, async (session) => {
      const written = async (): Promise<unknown> => {
        await session.script('select pg_stat_force_next_flush()')
        return session.query(
          `select tup_inserted, tup_updated, tup_deleted, pg_current_xact_id_if_assigned() from pg_stat_database where datname = current_database()`,
        )
      }
      const before = await written()
      await inspected()
      expect(await written()).toEqual(before)
    })
  })

  it('says who holds a lock, and waits for it no longer than it was told', async () => {
    await withPgSession({ address: cluster.address, ...ports }, async (session) => {
      await session.script('begin; lock table public.pairs in access exclusive mode')
      await expect(inspected()).rejects.toMatchObject({
        exitCode: 4,
        message: expect.stringMatching(/could not get its lock within 0\.5 s: held by pid \d+/),
      })
      await session.script('rollback')
    })
  })

  it('measures bloat by pgstattuple where it is, and says so where the role may not', async () => {
    await withPgSession({ address: cluster.address, ...ports }, async (session) => {
      await session.script('create schema "Tools"; create extension pgstattuple schema "Tools"')
      const bloat = (await inspected()).tables.find(({ table }) => table === 'public."Message"')?.bloat
      expect(bloat).toMatchObject({ source: 'pgstattuple' })
      expect(bloat?.share).toBeGreaterThan(0.6)
      const unseen = (await inspected('watcher')).unseen.map(({ what }) => what)
      expect(unseen.join()).not.toContain('by pgstattuple')
      await session.script('grant usage on schema "Tools" to watcher')
      expect((await inspected('watcher')).unseen.map(({ what }) => what)).toContain('bloat by pgstattuple')
      await session.script('drop schema "Tools" cascade')
    })
  })

  it('is not led astray by operators and functions of the database', async () => {
    await withPgSession({ address: cluster.address, ...ports }, async (session) => {
      await session.script(`
        create function public.quote_ident(text) returns text language sql as 'select ''mine''';
        create function public.quote_ident(name) returns text language sql as 'select ''mine''';
        alter role ${cluster.address.user} set search_path = public, pg_catalog`)
      expect((await inspected()).tables.map(({ table }) => table)).toContain('public."User"')
      await session.script(
        `alter role ${cluster.address.user} reset search_path; drop function public.quote_ident(text), public.quote_ident(name)`,
      )
    })
  })

  describe('explain', () => {
    const explained = async (files: Readonly<Record<string, string>>, analyze = false) => {
      const folder = join(await temporaryFolder(), 'queries')
      await mkdir(folder)
      for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text)
      const allowed = { hosts: [], production: null, busy: false }
      const address = as(cluster.address.user)
      const options = { queries: folder, address, analyze, allowed, limits, toolVersion: '0.1.0' }
      return (await explainQueries(options, ports)).queries
    }

    it('gives plans of queries with parameters from beside them, from a query, and without any', async () => {
      const queries = await explained({
        'a.sql': 'select * from public."User" where email = $1',
        'a.parameters.json': '["u7"]',
        'b.sql': 'select * from public."User" where email = $1',
        'b.parameters.sql': 'select email as p1 from public."User" limit 2',
        'c.sql': 'select * from public."User" where id = $1 and name = $2',
        'd.sql': 'delete from public."User" where id = 1',
      })
      expect(queries.map(({ parameters, plans, error }) => [parameters, plans.length, error])).toEqual([
        ['given', 1, null],
        ['given', 2, null],
        ['generic', 1, null],
        ['none', 1, null],
      ])
      expect(queries[0]?.plans[0]?.indexes).toEqual(['User_email_key'])
      expect(JSON.stringify(queries[2]?.plans[0]?.explain)).toContain('$1')
      expect(queries[0]?.plans[0]?.explain).not.toHaveProperty('Execution Time')
    })

    it('says with its place what the server does not know, and goes on', async () => {
      const queries = await explained({
        'a.sql': 'select id,\n  expires_at from public."User"',
        'b.sql': 'select $1::int, nothing from public."User"',
        'c.sql': 'select 1',
        'd.sql': 'select $1::int',
        'd.parameters.sql': 'select missing as p1',
      })
      expect(queries.map(({ error }) => error)).toEqual([
        expect.stringMatching(/a\.sql:2:3: column "expires_at" does not exist \(SQLSTATE 42703\)/),
        expect.stringMatching(/b\.sql:1:17: .*42703/),
        null,
        expect.stringMatching(/d\.parameters\.sql:1:8: .*42703/),
      ])
    })

    it('executes with --analyze what can be executed, and changes nothing', async () => {
      const queries = await explained(
        {
          'a.sql': 'select * from public."User" where email = $1',
          'a.parameters.json': '["u7"]',
          'b.sql': 'delete from public."User" where id = 1',
          'c.sql': 'select * from public."User" where id = $1',
          'd.sql': "select nextval('counter')",
          'e.sql': 'select * from public."User" where id = 1 for update',
          'f.sql': 'select * from public."User" where id = $1',
          'f.parameters.json': '["x"]',
        },
        true,
      )
      expect(queries.map(({ notAnalyzed }) => notAnalyzed)).toEqual([
        null,
        'it changes data',
        'its parameters are not given',
        null,
        'it locks rows, or calls what changes data',
        null,
      ])
      expect(queries[0]?.plans[0]?.explain).toHaveProperty('Execution Time')
      expect(queries[1]?.plans[0]?.explain).not.toHaveProperty('Execution Time')
      expect(queries[3]?.error).toContain('counter')
      expect(queries[4]?.plans).toHaveLength(1)
      expect(queries[5]?.error).toMatch(/f\.sql:1:1: .*22P02\), with the parameters from beside it/)
    })
  })
})
