// Which server the user means: the first of --url, --url-env, DATABASE_URL and the PG* variables that is given.
import type { Address } from '../model/address.js'
import { usageError } from '../model/errors.js'
import { completeAddress, type AddressParts, type Environment } from './address/address-parts.js'
import { parseDatabaseUrl, URL_FORM } from './address/database-url.js'
import { namesServer, passwordOf, readPgVariables, sslModeFrom } from './address/pg-variables.js'

export interface AddressSources {
  /** Of --url; null where it is not given. */
  readonly url: string | null
  /** Of --url-env: the name of a variable. */
  readonly urlEnv: string | null
  readonly env: Environment
}

export interface ServerAddress {
  readonly address: Address
  /** Where it came from, in words. */
  readonly source: string
  readonly warning: string | null
}

const VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/

/** Throws a usage error, which repeats nothing of an address. */
export function resolveServerAddress({ url, urlEnv, env }: AddressSources): ServerAddress {
  if (url !== null && urlEnv !== null) throw usageError('--url and --url-env exclude each other')
  if (url !== null) return fromUrlOption(url, env)
  if (urlEnv !== null) return fromVariable(checkedName(urlEnv), env)
  if (isGiven(env['DATABASE_URL'])) return fromVariable('DATABASE_URL', env)
  if (namesServer(env)) {
    return { address: completeAddress(readPgVariables(env), env), source: 'the PG* variables', warning: null }
  }
  throw usageError('Nothing says which server: there is no address', {
    hint: `Set DATABASE_URL or PGHOST, PGUSER and PGDATABASE, or give --url-env NAME or --url ${URL_FORM}`,
  })
}

function fromUrlOption(url: string, env: Environment): ServerAddress {
  const parts = parseDatabaseUrl(url, '--url')
  const warning =
    parts.password === null
      ? null
      : 'The password in --url is visible in the process list; --url-env NAME takes the URL from a variable'
  return { address: completeUrl(parts, env), source: '--url', warning }
}

function fromVariable(name: string, env: Environment): ServerAddress {
  const url = env[name]
  if (!isGiven(url)) throw usageError(`The variable ${name} of --url-env is not set, or empty`)
  return { address: completeUrl(parseDatabaseUrl(url, name), env), source: name, warning: null }
}

/** A URL often leaves out its secret and its safety: as with psql, those come from the environment. */
const completeUrl = (parts: AddressParts, env: Environment): Address =>
  completeAddress(
    { ...parts, password: parts.password ?? passwordOf(env), sslmode: parts.sslmode ?? sslModeFrom(env) },
    env,
  )

/** A URL given for a name must not be repeated. */
function checkedName(name: string): string {
  if (VARIABLE_NAME.test(name)) return name
  throw usageError('--url-env takes the name of a variable, not a URL', {
    hint: 'For example --url-env STAGING_URL, with the URL in the variable STAGING_URL',
  })
}

const isGiven = (text: string | undefined): text is string => text !== undefined && text !== ''
