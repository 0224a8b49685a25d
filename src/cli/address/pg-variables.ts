// The variables psql and its relatives read. Their values are not repeated in errors.
import { usageError } from '../../model/errors.js'
import {
  isHost,
  portOf,
  SSL_MODE_LIST,
  sslModeOf,
  type AddressParts,
  type Environment,
} from './address-parts.js'

/** One of these says that the variables mean a server; a port or a password alone does not. */
const NAMING = ['PGHOST', 'PGHOSTADDR', 'PGUSER', 'PGDATABASE', 'PGSERVICE']
/** They say which server in ways that are not read here: without them it would be another one. */
const UNSUPPORTED = ['PGSERVICE', 'PGHOSTADDR']

export const namesServer = (env: Environment): boolean => NAMING.some((name) => valueOf(env, name) !== null)

/** Throws a usage error that names the variable. */
export function readPgVariables(env: Environment): AddressParts {
  for (const name of UNSUPPORTED) {
    if (valueOf(env, name) === null) continue
    throw usageError(`${name} is not supported`, { hint: `Unset ${name} and set PGHOST, or use --url-env` })
  }
  return {
    host: checked(env, 'PGHOST', 'one host name, IP address or folder', (text) =>
      isHost(text) ? text : null,
    ),
    port: checked(env, 'PGPORT', 'a port from 1 to 65535', portOf),
    user: valueOf(env, 'PGUSER'),
    password: passwordOf(env),
    database: valueOf(env, 'PGDATABASE'),
    sslmode: sslModeFrom(env),
  }
}

export const passwordOf = (env: Environment): string | null => valueOf(env, 'PGPASSWORD')

export const sslModeFrom = (env: Environment): AddressParts['sslmode'] =>
  checked(env, 'PGSSLMODE', `one of ${SSL_MODE_LIST}`, sslModeOf)

function checked<T>(
  env: Environment,
  name: string,
  expected: string,
  read: (text: string) => T | null,
): T | null {
  const text = valueOf(env, name)
  if (text === null) return null
  const value = read(text)
  if (value === null) throw usageError(`${name} is not ${expected}`)
  return value
}

/** Empty counts as unset, as in libpq. */
function valueOf(env: Environment, name: string): string | null {
  const value = env[name]
  return value === undefined || value === '' ? null : value
}
