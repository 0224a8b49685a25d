import { spawn } from 'node:child_process'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { withPgSession } from '../../src/postgres/pg-session.js'
import type { Session } from '../../src/postgres/session.js'
import { withLocalCluster } from '../../src/server/local/cluster.js'
import { findBinaries } from '../../src/server/local/find-binaries.js'
import { skipLocal } from '../support/local-postgres.js'
import { describeSession } from '../support/session-contract.js'
import { temporaryFolder } from '../support/temporary-folder.js'

const now = (): number => Number(process.hrtime.bigint())
const installed = (): Promise<string> => findBinaries({ folder: null, path: process.env['PATH'] ?? '' })

async function withLocalSession<T>(
  work: (session: Session, folder: string) => Promise<T>,
  signal = new AbortController().signal,
): Promise<T> {
  return withLocalCluster(await installed(), (address) =>
    withPgSession({ address, signal, now }, (session) => work(session, address.host)),
  )
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

describe.skipIf(skipLocal)('a session on a local cluster', () => {
  describeSession((work) => withLocalSession((session) => work(session)))

  it('tells of a connection the server ended, also when it was idle', async () => {
    await withLocalSession(async (session) => {
      const ended = session.query('select pg_terminate_backend(pg_backend_pid())')
      await expect(ended).rejects.toMatchObject({ code: '57P01' })
      await expect(session.query('select 1')).rejects.toThrow(/connection|queryable/i)
    })
  })

  it('does not wait for the statement under way when it is aborted', async () => {
    const controller = new AbortController()
    const run = withLocalSession(async (session) => {
      const asleep = session.query('select pg_sleep(600)')
      await delay(200)
      controller.abort(new Error('enough'))
      await asleep
    }, controller.signal)
    await expect(run).rejects.toThrow('enough')
  })
})

describe.skipIf(skipLocal)('a local cluster', () => {
  it('leaves nothing when the work is done or fails', async () => {
    const folder = await withLocalSession((_, folder) => Promise.resolve(folder))
    expect(await isThere(folder)).toBe(false)
    let failed = ''
    const run = withLocalSession((_, folder) => {
      failed = folder
      return Promise.reject(new Error('broke'))
    })
    await expect(run).rejects.toThrow('broke')
    expect(failed).not.toBe('')
    expect(await isThere(failed)).toBe(false)
  })

  it('is stopped and removed by its supervisor after kill -9', async () => {
    const program = `
      import { withLocalCluster } from '${join(import.meta.dirname, '../../dist/src/server/local/cluster.js')}'
      await withLocalCluster(${JSON.stringify(await installed())}, async ({ host }) => {
        process.stdout.write(host)
        await new Promise((resolve) => setTimeout(resolve, 60_000))
      })`
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const folder = await new Promise<string>((resolve) =>
      child.stdout.once('data', (data) => resolve(String(data))),
    )
    expect(await isThere(join(folder, 'data', 'postmaster.pid'))).toBe(true)
    child.kill('SIGKILL')
    // Ten seconds at most, and usually a fraction of one.
    for (let i = 0; i < 100 && (await isThere(folder)); i++) await delay(100)
    expect(await isThere(folder)).toBe(false)
  })

  it('says what is missing where PostgreSQL is not installed', async () => {
    const folder = await temporaryFolder()
    await expect(findBinaries({ folder, path: '' })).rejects.toMatchObject({
      exitCode: 3,
      message: `There is no initdb and postgres in "${folder}"`,
      hint: expect.stringContaining('--bin'),
    })
  })
})
