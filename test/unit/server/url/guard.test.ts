import { describe, expect, it, test } from 'vitest'
import { resolveServerAddress } from '../../../../src/cli/server-address.js'
import { checkHost, checkLooks, type Allowed, type Looks } from '../../../../src/server/url/guard.js'

const NOTHING: Allowed = { hosts: [], production: null, busy: false }
const HARMLESS: Looks = {
  database: 'app',
  isInRecovery: false,
  databaseComment: null,
  environmentSettings: [],
  foreignSessions: 0,
}

describe('checkHost', () => {
  const check = (url: string, hosts: readonly string[]) => (): void =>
    checkHost(resolveServerAddress({ url, urlEnv: null, env: {} }).address, hosts)

  test.each<[string, readonly string[]]>([
    ['postgres://localhost/app', []],
    ['postgres://localhost.:5433/app', []],
    ['postgres://127.0.0.1/app', []],
    ['postgres://127.8.9.10/app', []],
    ['postgres://[::1]/app', []],
    ['postgres:///app?host=/var/run/postgresql', []],
    ['postgres://db.example.com/app?host=/tmp', []],
    ['postgres://db.example.com/app', ['other', 'db.example.com']],
    ['postgres://DB.example.com/app', ['db.EXAMPLE.com']],
    ['postgres://10.0.0.7/app', ['10.0.0.7']],
    ['postgres://[2001:db8::1]/app', ['2001:db8::1']],
  ])('allows %s with --allow-host %j', (url, hosts) => {
    expect(check(url, hosts)).not.toThrow()
  })

  test.each<[string, readonly string[]]>([
    ['postgres://db.example.com/app', []],
    ['postgres://db.example.com/app', ['example.com']],
    ['postgres://db.example.com/app', ['*']],
    ['postgres://db.example.com/app', ['db.example.com.']],
    ['postgres://db.example.com/app', ['localhost']],
    ['postgres://localhost.example.com/app', []],
    ['postgres://127.0.0.1.nip.io/app', []],
    ['postgres://10.0.0.7/app', ['10.0.0.70']],
    ['postgres://[2001:db8::1]/app', ['2001:db8::2']],
    ['postgres://0.0.0.0/app', []],
  ])('refuses %s with --allow-host %j', (url, hosts) => {
    expect(check(url, hosts)).toThrow(expect.objectContaining({ exitCode: 5 }) as Error)
  })

  it('names the flag that allows it', () => {
    expect(check('postgres://db.example.com/app', [])).toThrow(
      expect.objectContaining({
        message: 'Refused: the host db.example.com is not this machine, and was not allowed by name',
        hint: expect.stringMatching(/--allow-host db\.example\.com$/) as unknown,
      }) as Error,
    )
  })
})

describe('checkLooks', () => {
  const check = (looks: Partial<Looks>, allowed: Partial<Allowed>) => (): void =>
    checkLooks({ ...HARMLESS, ...looks }, { ...NOTHING, ...allowed })
  const environment = (name: string, value: string): Partial<Looks> => ({
    environmentSettings: [{ name, value }],
  })

  test.each<[Partial<Looks>, Partial<Allowed>]>([
    [{}, {}],
    [{ foreignSessions: 10 }, {}],
    [{ foreignSessions: 500 }, { busy: true }],
    [{ database: 'products' }, {}],
    [{ database: 'reproduction' }, {}],
    [{ database: 'olive' }, {}],
    [{ database: 'delivery_test' }, {}],
    [{ databaseComment: 'a copy of live data' }, {}],
    [{ databaseComment: 'reproductions' }, {}],
    [environment('app.environment', 'staging'), {}],
    [{ database: 'app_prod' }, { production: 'app_prod' }],
    [{ databaseComment: 'Production!' }, { production: 'app' }],
    [environment('app.env', 'prod'), { production: 'app' }],
  ])('allows %j with %j', (looks, allowed) => {
    expect(check(looks, allowed)).not.toThrow()
  })

  test.each<[Partial<Looks>, Partial<Allowed>, RegExp, RegExp]>([
    [{ isInRecovery: true }, {}, /replica/, /primary/],
    [{ isInRecovery: true }, { production: 'app', busy: true }, /replica/, /No flag/],
    [{ database: 'prod' }, {}, /its name/, /--allow-production prod$/],
    [{ database: 'app_PROD' }, {}, /its name/, /--allow-production app_PROD$/],
    [{ database: 'eu-production-2' }, {}, /its name/, /--allow-production eu-production-2$/],
    [{ database: 'live.app' }, {}, /its name/, /--allow-production live\.app$/],
    [{ database: "it's live" }, {}, /its name/, /--allow-production 'it'\\''s live'$/],
    [{ database: 'prod' }, { production: 'production' }, /its name/, /--allow-production prod$/],
    [{ database: 'prod' }, { production: 'PROD' }, /its name/, /--allow-production prod$/],
    [{ database: 'prod' }, { hosts: ['prod'], busy: true }, /its name/, /--allow-production/],
    [{ databaseComment: 'the PRODUCTION database' }, {}, /its comment/, /--allow-production app$/],
    [environment('app.environment', 'production'), {}, /app\.environment is "production"/, /production app$/],
    [environment('cluster_name', 'eu-prod'), {}, /cluster_name is "eu-prod"/, /--allow-production app$/],
    [{ foreignSessions: 11 }, { production: 'app' }, /11 sessions/, /--allow-busy$/],
  ])('refuses %j with %j', (looks, allowed, message, hint) => {
    expect(check(looks, allowed)).toThrow(
      expect.objectContaining({
        exitCode: 5,
        message: expect.stringMatching(message) as unknown,
        hint: expect.stringMatching(hint) as unknown,
      }) as Error,
    )
  })
})
