import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { access, chmod, mkdir, readFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { isRunning } from '../../src/model/is-running.js'
import { withPgSession } from '../../src/postgres/pg-session.js'
import type { Session } from '../../src/postgres/session.js'
import { withLocalCluster, type LocalCluster } from '../../src/server/local/cluster.js'
import { findBinaries } from '../../src/server/local/find-binaries.js'
import { freePort } from '../../src/server/local/free-port.js'
import { listOrphanClusters, removeOrphanCluster } from '../../src/server/local/orphans.js'
import { skipLocal } from '../support/local-postgres.js'
import { describeSession } from '../support/session-contract.js'
import { temporaryFolder } from '../support/temporary-folder.js'

const now = (): number => Number(process.hrtime.bigint())
const installed = (): Promise<string> => findBinaries({ folder: null, path: process.env['PATH'] ?? '' })

async function withLocalSession<T>(
  work: (session: Session, folder: string) => Promise<T>,
  signal = new AbortController().signal,
): Promise<T> {
  return withLocalCluster(await installed(), ({ address }) =>
    withPgSession({ address, signal, now }, (session) => work(session, address.host)),
  )
}

/** A cluster that a process of its own runs, to be killed. */
async function clusterOfAnotherProcess(): Promise<{ readonly child: ChildProcess; readonly folder: string }> {
  const program = `
    import { withLocalCluster } from '${join(import.meta.dirname, '../../dist/src/server/local/cluster.js')}'
    await withLocalCluster(${JSON.stringify(await installed())}, async ({ address }) => {
      process.stdout.write(address.host)
      await new Promise((resolve) => setTimeout(resolve, 60_000))
    })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const folder = await new Promise<string>((resolve) =>
    child.stdout.once('data', (data) => resolve(String(data))),
  )
  return { child, folder }
}

/** With temporary files in a folder that no cluster of another test cleans up. */
async function withTemporaryFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  // The account of the server has to enter it.
  await chmod(folder, 0o755)
  const former = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    return await work()
  } finally {
    if (former === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = former
  }
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

describe.skipIf(skipLocal)('a session on a local cluster', () => {
  describeSession((work) => withLocalSession((session) => work(session)))

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
  it('goes to another port where somebody was quicker', async () => {
    const listener = createServer().listen(0, '127.0.0.1')
    await once(listener, 'listening')
    const taken = (listener.address() as AddressInfo).port
    const ports: number[] = []
    const choosePort = async (): Promise<number> => {
      const port = ports.length === 0 ? taken : await freePort()
      ports.push(port)
      return port
    }
    try {
      const work = ({ loopback }: LocalCluster): Promise<number> => Promise.resolve(loopback.port)
      const port = await withLocalCluster(await installed(), work, {}, null, choosePort)
      expect(ports).toEqual([taken, port])
      const always = withLocalCluster(await installed(), work, {}, null, () => Promise.resolve(taken))
      await expect(always).rejects.toMatchObject({
        message: 'The local PostgreSQL did not start',
        hint: expect.stringContaining('Address already in use'),
      })
    } finally {
      listener.close()
    }
  })

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
    const { child, folder } = await clusterOfAnotherProcess()
    expect(await isThere(join(folder, 'data', 'postmaster.pid'))).toBe(true)
    child.kill('SIGKILL')
    // Ten seconds at most, and usually a fraction of one.
    for (let i = 0; i < 100 && (await isThere(folder)); i++) await delay(100)
    expect(await isThere(folder)).toBe(false)
  })

  it('whose supervisor was killed too is found as an orphan, and removed', async () => {
    await withTemporaryFolder(await temporaryFolder(), async () => {
      const { child, folder } = await clusterOfAnotherProcess()
      expect(await listOrphanClusters()).toEqual([])
      const owner = JSON.parse(await readFile(join(folder, 'owner.json'), 'utf8')) as { supervisor: number }
      process.kill(owner.supervisor, 'SIGKILL')
      child.kill('SIGKILL')
      await once(child, 'exit')
      await delay(200)
      const [orphan] = await listOrphanClusters()
      if (orphan === undefined || orphan.serverPid === null) throw new Error('no orphan was found')
      expect(orphan.folder).toBe(folder)
      await removeOrphanCluster(orphan)
      expect(await isThere(folder)).toBe(false)
      for (let i = 0; i < 100 && isRunning(orphan.serverPid); i++) await delay(100)
      expect(isRunning(orphan.serverPid)).toBe(false)
      // Who found it at the same time is content.
      await removeOrphanCluster(orphan)
    })
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

describe.skipIf(skipLocal)('the loopback port of a local cluster', () => {
  it('lets nobody in but with the password of this run', async () => {
    const signal = new AbortController().signal
    await withLocalCluster(await installed(), async ({ loopback }) => {
      const connect = (password: string | null): Promise<unknown> =>
        withPgSession({ address: { ...loopback, password }, signal, now }, (session) =>
          session.query('select inet_server_addr() as host'),
        )
      expect(await connect(loopback.password)).toEqual([{ host: '127.0.0.1' }])
      await expect(connect('wrong')).rejects.toMatchObject({ code: '28P01' })
    })
  })

  it('is the way in where the path of the socket would be too long', async () => {
    const parent = await temporaryFolder()
    await chmod(parent, 0o755)
    const long = join(parent, 'x'.repeat(90))
    await mkdir(long)
    await withTemporaryFolder(long, async () => {
      await withLocalCluster(await installed(), async ({ address }) => {
        expect(address.host).toBe('127.0.0.1')
        await withPgSession({ address, signal: new AbortController().signal, now }, async (session) => {
          expect(await session.query('select 1 as one')).toEqual([{ one: '1' }])
        })
      })
    })
  })
})
