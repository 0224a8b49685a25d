import { execFile as execFileCallback } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Address } from '../../../src/model/address.js'
import { withPgSession } from '../../../src/postgres/pg-session.js'
import { serverAccount } from '../../../src/server/local/server-account.js'
import { explainConnectError } from '../../../src/server/url/explain-connect-error.js'
import { skipLocal } from '../../support/local-postgres.js'
import { sharedLocalCluster, type SharedCluster } from '../../support/shared-local-cluster.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

const execFile = promisify(execFileCallback)
const ports = {
  signal: new AbortController().signal,
  now: (): number => Number(process.hrtime.bigint()),
}

/** Passwords for one role, nothing for another, TLS for a third; everybody else comes in. */
const HBA = `
local all guarded scram-sha-256
local all unwanted reject
local all all trust
hostssl all encrypted 127.0.0.1/32 trust
`
const ROLES = `
create role guarded login password 'the right one';
create role unwanted login;
create role encrypted login;
create role limited login connection limit 0;
create role outsider login;
create database closed;
revoke connect on database closed from public`

/** The server reads its files again some time after it was told to. */
const RELOAD = { timeout: 10_000, interval: 50 }

describe.skipIf(skipLocal)('explainConnectError on a real server', () => {
  let cluster: SharedCluster
  beforeAll(async () => {
    cluster = await sharedLocalCluster()
    await withPgSession({ address: cluster.address, ...ports }, async (session) => {
      for (const statement of ROLES.split(';')) await session.script(statement)
      const [row] = await session.query('show hba_file')
      await writeFile(row?.['hba_file'] ?? '', HBA)
      await session.query('select pg_reload_conf()')
    })
    await vi.waitFor(() => explained({ user: 'unwanted' }), RELOAD)
  })
  afterAll(() => cluster.stop())

  const explained = async (changes: Partial<Address>): Promise<{ message: string; hint?: string }> => {
    const address = { ...cluster.address, ...changes }
    const error: unknown = await withPgSession({ address, ...ports }, (session) =>
      session.query('select 1'),
    ).then(
      () => new Error('it connected'),
      (error: unknown) => explainConnectError(error, address),
    )
    expect(error).toMatchObject({ exitCode: 3 })
    expect(JSON.stringify(error) + String(error)).not.toContain('Zq7-kX2w_9Lp')
    return error as Error
  }

  it('tells an unknown host', async () => {
    const { message } = await explained({ host: 'no-such-host.invalid' })
    expect(message).toMatch(/^No connection to indexproof@no-such-host\.invalid:\d+\/postgres: .*host/)
  })

  it('tells a port where nothing listens, by address and by a name with two', async () => {
    const port = await closedPort()
    for (const host of ['127.0.0.1', 'localhost']) {
      expect((await explained({ host, port })).message).toContain(`nothing listens on port ${port}`)
    }
  })

  it('tells a folder without a socket, and a socket for another port', async () => {
    const folder = await temporaryFolder()
    expect((await explained({ host: folder })).message).toContain(
      `no server listens on a socket in ${folder}`,
    )
    expect((await explained({ port: cluster.address.port - 1 })).message).toContain(
      'no server listens on a socket',
    )
  })

  it('tells a port that is not of PostgreSQL', async () => {
    const server = createServer((socket) => void socket.end('SSH-2.0-x\r\n')).listen(0, '127.0.0.1')
    const port = await portOf(server)
    const here = { host: '127.0.0.1', port }
    const encrypted = await explained({ ...here, tls: 'require' })
    const plain = await explained(here)
    server.close()
    expect(encrypted.message).toContain('TLS could not be agreed upon')
    expect(plain).toMatchObject({
      hint: expect.stringContaining('the port is that of PostgreSQL') as unknown,
    })
  })

  it('tells a wrong password, and a missing one', async () => {
    const wrong = await explained({ user: 'guarded', password: 'Zq7-kX2w_9Lp' })
    expect(wrong.message).toContain('the password of guarded was not accepted')
    const missing = await explained({ user: 'guarded' })
    expect(missing.message).toContain('none was given')
  })

  it('tells an unknown user, and one that pg_hba.conf rejects', async () => {
    expect((await explained({ user: 'nobody-known' })).message).toContain('does not exist')
    expect(await explained({ user: 'unwanted' })).toMatchObject({
      message: expect.stringContaining('pg_hba.conf') as unknown,
      hint: expect.stringContaining('Add a line') as unknown,
    })
  })

  it('tells an unknown database, and one that this user may not enter', async () => {
    expect((await explained({ database: 'nowhere' })).message).toContain('there is no database "nowhere"')
    expect((await explained({ database: 'closed', user: 'outsider' })).hint).toContain('GRANT CONNECT')
  })

  it('tells that no connection is left', async () => {
    expect((await explained({ user: 'limited' })).message).toContain('no connection left')
  })

  it('tells a server without TLS', async () => {
    expect((await explained({ ...cluster.loopback, tls: 'require' })).hint).toContain('sslmode=disable')
    expect((await explained({ tls: 'require' })).hint).toContain('sslmode=disable')
  })

  it('tells a server that wants TLS, and a certificate nobody vouches for', async () => {
    const encrypted = { ...cluster.loopback, user: 'encrypted', password: null }
    await turnOnTls(cluster.address)
    await vi.waitFor(() => connects({ ...encrypted, tls: 'require' }), RELOAD)
    expect((await explained(encrypted)).hint).toContain('sslmode=require')
    expect((await explained({ ...encrypted, tls: 'verify-full' })).hint).toContain('NODE_EXTRA_CA_CERTS')
  })
})

const connects = (address: Address): Promise<void> =>
  withPgSession({ address, ...ports }, (session) => session.script('select 1'))

async function turnOnTls(address: Address): Promise<void> {
  await withPgSession({ address, ...ports }, async (session) => {
    const [row] = await session.query('show data_directory')
    const data = row?.['data_directory'] ?? ''
    const files = ['-out', join(data, 'server.crt'), '-keyout', join(data, 'server.key')]
    const options = { ...(await serverAccount()), cwd: '/' }
    await execFile('openssl', ['req', '-x509', '-nodes', '-subj', '/CN=localhost', ...files], options)
    await session.query('alter system set ssl = on')
    await session.query('select pg_reload_conf()')
  })
}

async function closedPort(): Promise<number> {
  const server = createServer().listen(0)
  const port = await portOf(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function portOf(server: Server): Promise<number> {
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}
