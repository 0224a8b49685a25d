import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { describe, expect, it, test } from 'vitest'
import { resolveServerAddress, type AddressSources } from '../../../src/cli/server-address.js'

const resolve = (sources: Partial<AddressSources>): ReturnType<typeof resolveServerAddress> =>
  resolveServerAddress({ url: null, urlEnv: null, env: {}, ...sources })

describe('resolveServerAddress', () => {
  it('takes --url, then --url-env, then DATABASE_URL, then the PG* variables', () => {
    const env = {
      STAGING: 'postgres://me@staging/app',
      DATABASE_URL: 'postgres://me@everyday/app',
      PGHOST: 'habit',
    }
    const sourceAndHost = (sources: Partial<AddressSources>): readonly string[] => {
      const { source, address } = resolve(sources)
      return [source, address.host]
    }
    expect(sourceAndHost({ url: 'postgres://me@typed/app', env })).toEqual(['--url', 'typed'])
    expect(sourceAndHost({ urlEnv: 'STAGING', env })).toEqual(['STAGING', 'staging'])
    expect(sourceAndHost({ env })).toEqual(['DATABASE_URL', 'everyday'])
    expect(sourceAndHost({ env: { ...env, DATABASE_URL: '' } })).toEqual(['the PG* variables', 'habit'])
  })

  it('warns of a password in --url, and only there', () => {
    const url = 'postgres://me:s3cr3t@db/app'
    expect(resolve({ url }).warning).toMatch(/visible in the process list; --url-env/)
    expect(resolve({ url }).warning).not.toContain('s3cr3t')
    expect(resolve({ url: 'postgres://me@db/app', env: { PGPASSWORD: 's3cr3t' } }).warning).toBeNull()
    expect(resolve({ env: { DATABASE_URL: url } }).warning).toBeNull()
  })

  it('fills in what is left out as libpq does', () => {
    const user = userInfo().username
    expect(resolve({ url: 'postgres://localhost' }).address).toEqual({
      host: 'localhost',
      port: 5432,
      user,
      password: null,
      database: user,
      tls: 'disable',
    })
    expect(resolve({ url: 'postgres://me@localhost' }).address.database).toBe('me')
    expect(resolve({ env: { PGUSER: 'me' } }).address).toMatchObject({
      host: existsSync('/var/run/postgresql') ? '/var/run/postgresql' : 'localhost',
      user: 'me',
      database: 'me',
    })
  })

  it('reads every PG* variable', () => {
    const env = {
      PGHOST: 'db.example.com',
      PGPORT: '5433',
      PGUSER: 'me',
      PGPASSWORD: 's3cr3t',
      PGDATABASE: 'app',
      PGSSLMODE: 'verify-full',
    }
    expect(resolve({ env }).address).toEqual({
      host: 'db.example.com',
      port: 5433,
      user: 'me',
      password: 's3cr3t',
      database: 'app',
      tls: 'verify-full',
    })
  })

  it('takes the password and the sslmode that a URL leaves out from the environment, and nothing else', () => {
    const env = { PGPASSWORD: 's3cr3t', PGSSLMODE: 'require', PGPORT: '1', PGUSER: 'x', PGDATABASE: 'y' }
    expect(resolve({ url: 'postgres://me@127.0.0.1/app', env }).address).toEqual({
      host: '127.0.0.1',
      port: 5432,
      user: 'me',
      password: 's3cr3t',
      database: 'app',
      tls: 'require',
    })
    const given = resolve({ url: 'postgres://me:own@127.0.0.1/app?sslmode=disable', env }).address
    expect(given).toMatchObject({ password: 'own', tls: 'disable' })
  })

  test.each([
    ['localhost', '', 'disable'],
    ['localhost', '?sslmode=prefer', 'disable'],
    ['localhost', '?sslmode=require', 'require'],
    ['db', '', 'require'],
    ['db', '?sslmode=allow', 'require'],
    ['db', '?sslmode=prefer', 'require'],
    ['db', '?sslmode=disable', 'disable'],
    ['db', '?sslmode=verify-ca', 'verify-full'],
    ['db', '?sslmode=verify-full', 'verify-full'],
    ['%2Ftmp', '?sslmode=verify-full', 'disable'],
  ])('connects to %s%s with tls %s', (host, query, tls) => {
    expect(resolve({ url: `postgres://me@${host}/app${query}` }).address.tls).toBe(tls)
  })

  test.each<[string, Partial<AddressSources>, RegExp]>([
    ['nothing', {}, /^Nothing says which server/],
    ['a password alone', { env: { PGPASSWORD: 's3cr3t', PGPORT: '5432' } }, /^Nothing says which server/],
    ['an empty --url', { url: '', env: { DATABASE_URL: 'postgres://db' } }, /^--url .* empty$/],
    ['--url and --url-env', { url: 'postgres://db', urlEnv: 'X' }, /exclude each other/],
    ['an unset variable', { urlEnv: 'STAGING' }, /^The variable STAGING of --url-env is not set/],
    ['an empty variable', { urlEnv: 'STAGING', env: { STAGING: '' } }, /not set, or empty/],
    ['a URL as a name', { urlEnv: 'postgres://me:s3cr3t@db' }, /takes the name of a variable/],
    ['nonsense', { env: { DATABASE_URL: 's3cr3t' } }, /^DATABASE_URL does not hold the URL/],
    ['a service', { env: { PGSERVICE: 's3cr3t' } }, /^PGSERVICE is not supported/],
    ['an address of the host', { env: { PGHOSTADDR: 's3cr3t' } }, /^PGHOSTADDR is not supported/],
    ['two hosts', { env: { PGHOST: 's3cr3t,db' } }, /^PGHOST is not one host/],
    ['no port', { env: { PGHOST: 'db', PGPORT: 's3cr3t' } }, /^PGPORT is not a port/],
    ['no mode', { env: { PGHOST: 'db', PGSSLMODE: 's3cr3t' } }, /^PGSSLMODE is not one of disable/],
    ['no mode for a URL', { url: 'postgres://db', env: { PGSSLMODE: 's3cr3t' } }, /^PGSSLMODE is not one of/],
  ])('refuses %s', (_, sources, message) => {
    let thrown: unknown
    try {
      resolve(sources)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toMatchObject({ exitCode: 2, message: expect.stringMatching(message) as unknown })
    expect(JSON.stringify(thrown) + String(thrown)).not.toContain('s3cr3t')
  })

  it('names the four ways where nothing is given', () => {
    expect(() => resolve({})).toThrow(
      expect.objectContaining({
        hint: expect.stringMatching(/DATABASE_URL.*PGHOST.*--url-env NAME.*--url /) as unknown,
      }) as Error,
    )
  })
})
