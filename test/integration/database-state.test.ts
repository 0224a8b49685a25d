import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at } from '../../src/model/at.js'
import { readDatabaseState } from '../../src/postgres/catalog/database-state.js'
import { withPgSession } from '../../src/postgres/pg-session.js'
import type { Session } from '../../src/postgres/session.js'
import { skipLocal } from '../support/local-postgres.js'
import { sharedLocalCluster, type SharedCluster } from '../support/shared-local-cluster.js'

/**
 * As an owner without superuser sees it: row-level security is forced on the table, and hides its statistics. A VACUUM
 * calls nothing visible whose commit is not on disk yet.
 */
const TABLE = `
set synchronous_commit = on; create role owner nosuperuser; grant all on schema public to owner; set role owner;
create table public.t (id int primary key, kind int) with (autovacuum_enabled = off);
insert into public.t select g, g % 7 from generate_series(1, 1000) g;
create index t_kind on public.t (kind);
create policy everything on public.t using (true);
alter table public.t enable row level security; alter table public.t force row level security`

describe.skipIf(skipLocal)('the state of a database', () => {
  let cluster: SharedCluster
  beforeAll(async () => {
    cluster = await sharedLocalCluster()
  })
  afterAll(() => cluster.stop())

  const connected = <T>(work: (session: Session) => Promise<T>): Promise<T> =>
    withPgSession({ address: cluster.address, signal: new AbortController().signal, now: () => 0 }, work)

  it('is read whole by an owner from whom row-level security hides the statistics', async () => {
    await connected(async (session) => {
      for (const statement of TABLE.split(';')) await session.script(statement)
      // What the insert counted is reported first, or it would be added to what the vacuum finds.
      await readDatabaseState(session, [])
      await session.script('vacuum (analyze) t')
      expect(await session.query(`select from pg_stats where tablename = 't'`)).toEqual([])

      const before = await readDatabaseState(session, ['public.t_kind', 'public.t_gone'])
      expect(before).toMatchObject({ unusableIndexes: ['public.t_gone'], maintenance: [] })
      expect(before.tables).toMatchObject([
        { table: 'public.t', liveRows: 1000, deadRows: 0, writtenRows: 1000, vacuums: 1, analyzes: 1 },
      ])
      const [table] = before.tables
      expect(table?.visiblePages).toBe(table?.pages)
      expect(table?.residentPages).toBeNull()
      expect(await readDatabaseState(session, ['public.t_kind', 'public.t_gone'])).toEqual(before)

      await session.script('begin; delete from t; rollback')
      expect(at((await readDatabaseState(session, [])).tables, 0)).toMatchObject({
        writtenRows: 2000,
        deadRows: 0,
        statistics: table?.statistics,
      })

      await connected((other) =>
        other.script(`set track_counts = off; set default_statistics_target = 3; analyze t`),
      )
      const after = at((await readDatabaseState(session, [])).tables, 0)
      expect(after).toMatchObject({ analyzes: 1, storage: table?.storage })
      expect(after.statistics).not.toBe(table?.statistics)
      expect(
        await session.query(`select relforcerowsecurity as forced from pg_class where relname = 't'`),
      ).toEqual([{ forced: 't' }])
    })
  })
})
