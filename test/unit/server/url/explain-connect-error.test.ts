import { describe, expect, it, test } from 'vitest'
import type { Address } from '../../../../src/model/address.js'
import { explainConnectError } from '../../../../src/server/url/explain-connect-error.js'

const ADDRESS: Address = {
  host: 'db.example.com',
  port: 5433,
  user: 'me',
  password: 's3cr3t',
  database: 'app',
  tls: 'disable',
}
const SOCKET = { ...ADDRESS, host: '/tmp' }

const failure = (message: string, code?: string): Error =>
  Object.assign(new Error(message), code === undefined ? {} : { code })

describe('explainConnectError', () => {
  test.each<[string, string | undefined, RegExp, RegExp, Partial<Address>?]>([
    ['getaddrinfo', 'ENOTFOUND', /no host named db\.example\.com$/, /spelling/],
    ['getaddrinfo', 'EAI_AGAIN', /could not be looked up/, /DNS/],
    ['', 'ECONNREFUSED', /nothing listens on port 5433/, /listen_addresses/],
    ['connect', 'ECONNREFUSED', /no server listens on a socket in \/tmp/, /Start PostgreSQL/, SOCKET],
    ['connect', 'ENOENT', /no server listens on a socket in \/tmp/, /unix_socket_directories/, SOCKET],
    ['connect', 'EACCES', /may not open the socket/, /rights/, SOCKET],
    ['connect', 'ETIMEDOUT', /no answer/, /firewall/],
    ['timeout expired', undefined, /no answer/, /firewall/],
    ['connect', 'EHOSTUNREACH', /no way/, /network/],
    ['read', 'ECONNRESET', /closed before/, /log/],
    ['Connection terminated unexpectedly', undefined, /closed before/, /log/],
    ['self-signed certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT', /verified/, /NODE_EXTRA_CA_CERTS/],
    ['does not match', 'ERR_TLS_CERT_ALTNAME_INVALID', /another host name/, /sslmode=require/],
    ['SSL routines::wrong version', 'ERR_SSL_WRONG_VERSION_NUMBER', /TLS could not/, /versions/],
    ['The server does not support SSL connections', undefined, /has no TLS/, /sslmode=disable/],
    ['SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string', undefined, /none was/, /PGPASS/],
    ['SASL: SCRAM-SERVER-FINAL-MESSAGE: server signature', undefined, /did not prove/, /right server/],
    ['password authentication failed', '28P01', /password of me was not accepted/, /percent-encoded/],
    ['password authentication failed', '28P01', /none was given/, /PGPASSWORD/, { password: null }],
    ['no pg_hba.conf entry for host "x", no encryption', '28000', /without TLS/, /sslmode=require/],
    ['no pg_hba.conf entry for host "x", SSL off', '28000', /without TLS/, /sslmode=require/],
    ['no pg_hba.conf entry for host "x", SSL on', '28000', /SSL on/, /Add a line/, { tls: 'require' }],
    ['no pg_hba.conf entry, no encryption', '28000', /no pg_hba/, /Add a line/, SOCKET],
    ['role "me" does not exist', '28000', /role "me" does not exist/, /Check the user/],
    ['database "app" does not exist', '3D000', /no database "app"/, /psql -l/],
    ['permission denied for database "app"', '42501', /permission denied/, /GRANT CONNECT/],
    ['sorry, too many clients already', '53300', /no connection left/, /max_connections/],
    ['the database system is starting up', '57P03', /starting up/, /Wait/],
    ['unsupported startup parameter: options', '08P01', /pooler/, /5432/],
    ['something new', '99999', /something new \(99999\)$/, /psql/],
  ])('explains "%s" (%s)', (message, code, reason, action, address = {}) => {
    const error = failure(message, code)
    const explained = explainConnectError(error, { ...ADDRESS, ...address })
    const host = address.host ?? ADDRESS.host
    expect(explained).toMatchObject({
      exitCode: 3,
      message: expect.stringMatching(reason) as unknown,
      hint: expect.stringMatching(action) as unknown,
      cause: error,
    })
    expect((explained as Error).message).toMatch(`No connection to me@${host}:5433/app: `)
    expect(JSON.stringify(explained) + String(explained)).not.toContain('s3cr3t')
  })

  it('leaves alone what tells of no connection', () => {
    const others = [
      new TypeError('x is not a function'),
      failure('bad', 'ERR_INVALID_ARG_TYPE'),
      'text',
      null,
    ]
    for (const error of others) expect(explainConnectError(error, ADDRESS)).toBe(error)
  })
})
