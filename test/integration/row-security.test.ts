import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readOperatorTrust } from '../../src/postgres/catalog/leakproof.js'
import { listSecuredTables, switchOffRowSecurity } from '../../src/postgres/catalog/row-security.js'
import { openPgSession, type OpenSession } from '../../src/postgres/pg-session.js'
import type { Session } from '../../src/postgres/session.js'
import { withRollback } from '../../src/postgres/transaction.js'
import { skipLocal } from '../support/local-postgres.js'
import { sharedLocalCluster, type SharedCluster } from '../support/shared-local-cluster.js'

const TABLES = `
create role visitor;
create schema "odd ""schema";
create table "odd ""schema"."two words; drop" (id int, tenant int);
insert into "odd ""schema"."two words; drop" values (1, 1), (2, 2);
alter table "odd ""schema"."two words; drop" enable row level security, force row level security;
create policy own on "odd ""schema"."two words; drop" using (tenant = 1);
grant usage on schema "odd ""schema" to visitor;
grant select on "odd ""schema"."two words; drop" to visitor;
create table texts (tenant int, body text, search tsvector, doc jsonb, at timestamptz);
create index texts_mixed on texts (tenant, body text_pattern_ops, at);
create index texts_search on texts using gin (search);
create index texts_label on texts ((doc ->> 'label'));
create table parts (tenant int) partition by range (tenant);
create table part_1 partition of parts for values from (1) to (2);
alter table parts enable row level security`

describe.skipIf(skipLocal)('row-level security of a database', () => {
  let cluster: SharedCluster
  let opened: OpenSession
  let session: Session

  beforeAll(async () => {
    cluster = await sharedLocalCluster()
    opened = await openPgSession({
      address: cluster.address,
      signal: new AbortController().signal,
      now: () => Number(process.hrtime.bigint()),
    })
    session = opened.session
    await session.script(TABLES)
  })
  afterAll(async () => {
    await opened.close()
    await cluster.stop()
  })

  it('is found on every table that has it, whatever its name', async () => {
    expect(await listSecuredTables(session)).toEqual([
      { schema: 'odd "schema', name: 'two words; drop' },
      { schema: 'public', name: 'parts' },
    ])
  })

  it('is off inside the transaction alone', async () => {
    const seen = async (): Promise<number> => {
      await session.script('set local role visitor')
      return (await session.query('select id from "odd ""schema"."two words; drop"')).length
    }
    const off = switchOffRowSecurity(await listSecuredTables(session))
    const open = await withRollback(session, async () => {
      await session.script(off)
      return seen()
    })
    expect([open, await withRollback(session, seen)]).toEqual([2, 1])
  })

  it.each([
    ['texts_mixed', ['=', '<', '~>=~'], { '<': true, '=': true, '~>=~': true }],
    ['texts_mixed', ['~~'], { '~~': false }],
    ['texts_search', ['@@', '='], { '=': true, '@@': false }],
    ['texts_label', ['->>', '='], { '->>': false, '=': true }],
    ['texts_search', ['<<<'], {}],
  ])('trusts the operators of %s, %j, as %j', async (name, operators, trust) => {
    const found = await readOperatorTrust(session, { schema: 'public', name }, operators)
    expect(Object.fromEntries(found.map(({ operator, leakproof }) => [operator, leakproof]))).toEqual(trust)
  })
})
