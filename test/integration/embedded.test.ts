import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withEmbeddedServer } from '../../src/server/embedded.js'
import { NO_NEEDS } from '../../src/server/preflight/needs.js'
import type { Server } from '../../src/server/server.js'
import { describeSession } from '../support/session-contract.js'

const now = (): number => Number(process.hrtime.bigint())

describe('the embedded server', () => {
  let cacheFolder: string
  const notes: string[] = []
  const start = <T>(
    work: (server: Server) => Promise<T>,
    signal = new AbortController().signal,
  ): Promise<T> =>
    withEmbeddedServer(
      {
        runId: 'test',
        cacheFolder,
        needs: NO_NEEDS,
        seeds: null,
        signal,
        now,
        note: (message) => notes.push(message),
      },
      work,
    )

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

  describeSession((work) => start(({ session }) => work(session)))

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
