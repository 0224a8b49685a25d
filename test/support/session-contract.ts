// What every session does, whichever server is behind it.
import { expect, it } from 'vitest'
import { DatabaseError } from '../../src/postgres/database-error.js'
import type { Session } from '../../src/postgres/session.js'
import { withRollback } from '../../src/postgres/transaction.js'

/** Adds the tests to the `describe` around it; each gets a session on an empty database. */
export function describeSession(
  withSession: (work: (session: Session) => Promise<void>) => Promise<void>,
): void {
  it('gives rows as text, by column name, with parameters bound', async () => {
    await withSession(async (session) => {
      expect(
        await session.query('select $1::int + 1 as n, $2::text as t, null as nothing', ['41', 'it’s']),
      ).toEqual([{ n: '42', t: 'it’s', nothing: null }])
    })
  })

  it('reports an error with its SQLSTATE and position, and goes on', async () => {
    await withSession(async (session) => {
      const error = await session.query('select * from nowhere').catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(DatabaseError)
      expect(error).toMatchObject({ code: '42P01', position: 15 })
      expect(await session.query('select 1 as one')).toEqual([{ one: '1' }])
    })
  })

  it('keeps notices until they are taken', async () => {
    await withSession(async (session) => {
      await session.script(`do $$ begin raise notice 'first'; raise warning 'second'; end $$`)
      expect(session.takeNotices()).toMatchObject([
        { severity: 'NOTICE', message: 'first' },
        { severity: 'WARNING', message: 'second' },
      ])
      expect(session.takeNotices()).toEqual([])
    })
  })

  it('times prepared executions and counts the rows they return or change', async () => {
    await withSession(async (session) => {
      await session.script('create table t (id int)')
      const insert = await session.prepare('insert into t select generate_series(1, $1::int)')
      const timing = await insert.bind(['250']).run()
      expect(timing.rows).toBe(250)
      expect(timing.durationNs).toBeGreaterThan(0)
      const select = await session.prepare('select id, repeat($2, 100) from t where id <= $1::int')
      expect((await select.bind(['200', 'x']).run()).rows).toBe(200)
      expect((await select.bind(['0', 'x']).run()).rows).toBe(0)
    })
  })

  it('reports an error inside a timed execution', async () => {
    await withSession(async (session) => {
      const divide = await session.prepare('select 1 / $1::int')
      await expect(divide.bind(['0']).run()).rejects.toMatchObject({
        code: '22012',
        message: 'division by zero',
      })
      expect((await divide.bind(['1']).run()).rows).toBe(1)
    })
  })

  it('reports an error of a timed execution whole, also where rows came before it', async () => {
    await withSession(async (session) => {
      await session.script(`create function refuse(n int) returns int language plpgsql as $$ begin
        if n = 300 then raise exception 'no more' using errcode = 'P0042', detail = 'at 300', hint = 'ask for less'; end if;
        return n;
      end $$`)
      const statement = await session.prepare('select refuse(n) from generate_series(1, $1::int) as n')
      await expect(statement.bind(['400']).run()).rejects.toMatchObject({
        code: 'P0042',
        message: 'no more',
        detail: 'at 300',
        hint: 'ask for less',
        severity: 'ERROR',
      })
      expect((await statement.bind(['299']).run()).rows).toBe(299)
    })
  })

  it('loads COPY data and says how many rows', async () => {
    await withSession(async (session) => {
      await session.script('create table t (id int, x text)')
      const chunks = [Buffer.from('1\tone\n2\tt'), Buffer.from('wo\n3\t\\N\n')]
      expect(await session.copyIn('copy t from stdin', chunks)).toBe(3)
      expect(await session.query('select x from t order by id')).toEqual([
        { x: 'one' },
        { x: 'two' },
        { x: null },
      ])
      await expect(session.copyIn('copy t from stdin', [Buffer.from('x\ty\n')])).rejects.toMatchObject({
        code: '22P02',
      })
      expect(await session.query('select count(*) as n from t')).toEqual([{ n: '3' }])
    })
  })

  it('brings a dropped index back when the transaction rolls back', async () => {
    await withSession(async (session) => {
      await session.script('create table t (id int); create index t_id on t (id)')
      const indexes = (): Promise<unknown> =>
        session.query(`select 1 as one from pg_class where relname = 't_id'`)
      await withRollback(session, async () => {
        await session.script('drop index t_id')
        expect(await indexes()).toEqual([])
      })
      expect(await indexes()).toHaveLength(1)
    })
  })
}
