// What each failure to connect means, and the next step: by SQLSTATE or Node's code, then by what `pg` says in words.
import type { Address } from '../../model/address.js'
import type { HostKind } from '../../model/host-kind.js'

export interface Attempt {
  readonly address: Address
  readonly kind: HostKind
  /** Of the error. */
  readonly message: string
}

export interface Advice {
  readonly reason: string
  readonly action: string
}

export type AdviceFor = (attempt: Attempt) => Advice

const always = (reason: string, action: string): AdviceFor => {
  const advice = { reason, action }
  return () => advice
}

const unknownHost: AdviceFor = ({ address }) => ({
  reason: `there is no host named ${address.host}`,
  action: 'Check the spelling of the host, and whether this machine needs a VPN to know it',
})

const nothingListens: AdviceFor = ({ address, kind }) =>
  kind === 'socket'
    ? {
        reason: `no server listens on a socket in ${address.host}`,
        action: 'Start PostgreSQL, or check the folder (its setting unix_socket_directories) and the port',
      }
    : {
        reason: `nothing listens on port ${address.port} there`,
        action: "Start PostgreSQL, or check the port and the server's listen_addresses",
      }

const noAnswer = always(
  'no answer came in time',
  'Check host and port, and whether a firewall or a missing VPN is on the way',
)
const noRoute = always(
  'there is no way to that host from here',
  'Check the network, and whether a VPN is needed',
)
const hungUp = always(
  'the connection was closed before PostgreSQL had answered',
  'Check that the port is that of PostgreSQL, and the log of the server',
)
const untrusted = always(
  'its certificate could not be verified (sslmode=verify-full)',
  "Name the authority's certificate in the variable NODE_EXTRA_CA_CERTS, or accept any certificate with sslmode=require",
)
const wrongName = always(
  'its certificate is for another host name (sslmode=verify-full)',
  'Connect by a name that the certificate has, or accept any certificate with sslmode=require',
)
const tlsFailed = always(
  'TLS could not be agreed upon',
  'Check that the port is that of PostgreSQL, and which versions of TLS the server takes',
)
const noTls = always(
  'the server has no TLS',
  'Where the network is trusted, add ?sslmode=disable to the URL (or set PGSSLMODE); else turn on ssl in the server',
)
const noPassword = always(
  'the server asks for a password and none was given',
  'Put it into the URL in a variable (--url-env), or set PGPASSWORD',
)
const pooler = always(
  'a connection pooler answered, and it does not know what was asked',
  'Give the address of PostgreSQL itself: often the same host with port 5432',
)

const wrongPassword: AdviceFor = (attempt) =>
  attempt.address.password === null
    ? noPassword(attempt)
    : {
        reason: `the password of ${attempt.address.user} was not accepted`,
        action: 'Check user and password; in a URL, any of % @ : / ? # in a password are percent-encoded',
      }

/** Since version 14, and before. */
const PLAIN = /no encryption|SSL off/

/** 28000 has many meanings; the words tell them apart where the server speaks English. */
const notAuthorised: AdviceFor = ({ address, kind, message }) => {
  if (kind !== 'socket' && address.tls === 'disable' && PLAIN.test(message)) {
    return {
      reason: 'the server takes no connection like this one without TLS',
      action: 'Add ?sslmode=require to the URL, or set PGSSLMODE=require',
    }
  }
  return {
    reason: message,
    action: message.includes('pg_hba.conf')
      ? 'Add a line for this user, database and host to pg_hba.conf of the server, and reload it'
      : 'Check the user; the log of the server says which rule of pg_hba.conf it met',
  }
}

const unknownDatabase: AdviceFor = ({ address }) => ({
  reason: `there is no database "${address.database}"`,
  action: 'Name one that exists (psql -l lists them); a run makes its scratch databases beside it',
})

export const ADVICE_BY_CODE: Readonly<Record<string, AdviceFor>> = {
  ENOTFOUND: unknownHost,
  EAI_AGAIN: always('the host name could not be looked up', 'Check the network and its DNS, and try again'),
  ECONNREFUSED: nothingListens,
  ENOENT: nothingListens,
  EACCES: always('this user may not open the socket', 'Check the rights of the folder and the socket in it'),
  ETIMEDOUT: noAnswer,
  EHOSTUNREACH: noRoute,
  ENETUNREACH: noRoute,
  ECONNRESET: hungUp,
  EPIPE: hungUp,
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  CERT_HAS_EXPIRED: always(
    'its certificate has expired (sslmode=verify-full)',
    'Renew it, or accept any certificate with sslmode=require',
  ),
  ERR_TLS_CERT_ALTNAME_INVALID: wrongName,
  EPROTO: tlsFailed,
  '28P01': wrongPassword,
  '28000': notAuthorised,
  '3D000': unknownDatabase,
  '42501': ({ message }) => ({
    reason: message,
    action: 'GRANT CONNECT ON DATABASE … TO the user, or name another database or user',
  }),
  '53300': always(
    'the server has no connection left',
    'End idle sessions, wait, or raise max_connections; a role may have a CONNECTION LIMIT of its own',
  ),
  '57P03': ({ message }) => ({ reason: message, action: 'Wait until the server has started, and try again' }),
}

/** Of errors without a code, and of codes that say little. */
export const ADVICE_BY_MESSAGE: readonly (readonly [RegExp, AdviceFor])[] = [
  [/does not support SSL/i, noTls],
  [/error establishing an SSL connection|SSL routines/i, tlsFailed],
  [/client password must be/i, noPassword],
  [
    /^SASL:/,
    always('the server did not prove that it knows the password', 'Check that it is the right server'),
  ],
  [/unsupported startup parameter|no such database/i, pooler],
  [/timeout expired|timed out/i, noAnswer],
  [/connection (was )?terminated|connection to PostgreSQL was lost/i, hungUp],
]
