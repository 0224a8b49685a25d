// The parts of an address as URL and variables give them, and what stands in for those they leave out.
import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { userInfo } from 'node:os'
import type { Address, TlsMode } from '../../model/address.js'
import { hostKind } from '../../model/host-kind.js'

export type Environment = Readonly<Record<string, string | undefined>>

/** Null: left out. */
export interface AddressParts {
  readonly host: string | null
  readonly port: number | null
  readonly user: string | null
  readonly password: string | null
  readonly database: string | null
  readonly sslmode: SslMode | null
}

const SSL_MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const
type SslMode = (typeof SSL_MODES)[number]

export const SSL_MODE_LIST = SSL_MODES.join(', ')
const DEFAULT_PORT = 5432
const SOCKET_FOLDER = '/var/run/postgresql'
const HIGHEST_PORT = 65_535
const HOST_NAME = /^[a-z0-9_]([a-z0-9_.-]*[a-z0-9_.])?$/i
const FOLDER = /^\/[^,\0]*$/

/** As libpq fills them in, but for TLS. */
export function completeAddress(parts: AddressParts, env: Environment): Address {
  const user = parts.user ?? systemUser(env)
  const host = parts.host ?? defaultHost()
  return {
    host,
    port: parts.port ?? DEFAULT_PORT,
    user,
    password: parts.password,
    database: parts.database ?? user,
    tls: tlsFor(parts.sslmode, host),
  }
}

/**
 * Never try-and-fall-back, as libpq's default does: whether a password and rows cross a network in the clear must not
 * depend on who answers. So a mode that leaves it open is plain on this machine and TLS anywhere else. A certificate is
 * verified with its host name or not at all; libpq too uses no TLS on a unix socket.
 */
function tlsFor(sslmode: SslMode | null, host: string): TlsMode {
  const kind = hostKind(host)
  if (kind === 'socket') return 'disable'
  if (sslmode === null || sslmode === 'allow' || sslmode === 'prefer') {
    return kind === 'loopback' ? 'disable' : 'require'
  }
  return sslmode === 'verify-ca' ? 'verify-full' : sslmode
}

/** The account's name; an account without one (a container's arbitrary uid) makes userInfo throw. */
function systemUser(env: Environment): string {
  try {
    return userInfo().username
  } catch {
    return env['USER'] ?? 'postgres'
  }
}

const defaultHost = (): string => (existsSync(SOCKET_FOLDER) ? SOCKET_FOLDER : 'localhost')

/** One host: a name, an IP address or a socket's folder. */
export const isHost = (text: string): boolean => HOST_NAME.test(text) || isIP(text) !== 0 || FOLDER.test(text)

/** Null where it is no port. */
export function portOf(text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  return port >= 1 && port <= HIGHEST_PORT ? port : null
}

/** Null where libpq has no such mode. */
export const sslModeOf = (text: string): SslMode | null => SSL_MODES.find((mode) => mode === text) ?? null
