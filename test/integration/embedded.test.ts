import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DatabaseError } from '../../src/postgres/database-error.js'
import { withRollback } from '../../src/postgres/transaction.js'
import { withEmbeddedServer } from '../../src/server/embedded.js'
import type { Server } from '../../src/server/server.js'

const now = (): number => Number(process.hrtime.bigint())

describe('the embedded server', () => {
  let cacheFolder: string
  const notes: string[] = []
  const start = <T>(
    work: (server: Server) => Promise<T>,
    signal = new AbortController().signal,
  ): Promise<T> =>
    withEmbeddedServer({ cacheFolder, signal, now, note: (message) => notes.push(message) }, work)

  beforeAll(async () => {
    cacheFolder = await mkdtemp(join(tmpdir(), 'indexproof-cache-'))
  })
  afterAll(() => rm(cacheFolder, { recursive: true, force: true }))

  it('prepares its data directory once, and starts from it the next time', async () => {
    await start(async () => {})
    expect(notes).toEqual([expect.stringContaining('first start')])
    notes.length = 0
    await start(async ({ facts }) => {
      expect(facts).toMatchObject({ kind: 'embedded', version: '18.6', pgvector: '0.8.7' })
      expect(facts.caveats.join(' ')).toContain('WebAssembly')
      expect(facts.settings).toMatchObject({ jit: 'off', plan_cache_mode: 'force_custom_plan' })
    })
    expect(notes).toEqual([])
  })

  it('rebuilds a damaged cache instead of failing', async () => {
    const [name] = await readdir(cacheFolder)
    await writeFile(join(cacheFolder, name ?? 'missing'), 'not a data directory')
    notes.length = 0
    await start(async ({ session }) => {
      expect(await session.query('select 1 as one')).toEqual([{ one: '1' }])
    })
    expect(notes).toEqual([expect.stringContaining('first start')])
    const kept = await readdir(cacheFolder)
    expect(kept).toHaveLength(1)
    expect(kept).not.toContain(name)
  })

  it('gives rows as text, by column name, with parameters bound', async () => {
    await start(async ({ session }) => {
      expect(
        await session.query('select $1::int + 1 as n, $2::text as t, null as nothing', ['41', 'it’s']),
      ).toEqual([{ n: '42', t: 'it’s', nothing: null }])
    })
  })

  it('reports an error with its SQLSTATE and position, and goes on', async () => {
    await start(async ({ session }) => {
      const error = await session.query('select * from nowhere').catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(DatabaseError)
      expect(error).toMatchObject({ code: '42P01', position: 15 })
      expect(await session.query('select 1 as one')).toEqual([{ one: '1' }])
    })
  })

  it('keeps notices until they are taken', async () => {
    await start(async ({ session }) => {
      await session.script(`do $$ begin raise notice 'first'; raise warning 'second'; end $$`)
      expect(session.takeNotices()).toMatchObject([
        { severity: 'NOTICE', message: 'first' },
        { severity: 'WARNING', message: 'second' },
      ])
      expect(session.takeNotices()).toEqual([])
    })
  })

  it('times prepared executions and counts the rows they return or change', async () => {
    await start(async ({ session }) => {
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
    await start(async ({ session }) => {
      const divide = await session.prepare('select 1 / $1::int')
      await expect(divide.bind(['0']).run()).rejects.toMatchObject({
        code: '22012',
        message: 'division by zero',
      })
      expect((await divide.bind(['1']).run()).rows).toBe(1)
    })
  })

  it('loads COPY data and says how many rows', async () => {
    await start(async ({ session }) => {
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
    await start(async ({ session }) => {
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

  it('runs under a role without superuser, to whom row-level security applies', async () => {
    await start(async ({ session, createRoles }) => {
      const { app } = await createRoles(['app'])
      await session.script(`
        create table t (tenant int); insert into t select g % 4 from generate_series(1, 100) g;
        alter table t enable row level security;
        create policy own on t using (tenant = current_setting('app.tenant')::int);
        grant select on t to "${app}"; set role "${app}"; set app.tenant = '3'`)
      expect(await session.query('select count(*) as n from t')).toEqual([{ n: '25' }])
    })
  })

  it('stops between statements once it is aborted', async () => {
    const controller = new AbortController()
    const run = start(async ({ session }) => {
      controller.abort(new Error('enough'))
      await session.query('select 1')
    }, controller.signal)
    await expect(run).rejects.toThrow('enough')
  })
})
