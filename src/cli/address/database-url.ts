// A PostgreSQL URL, read strictly. No part of it is ever repeated in an error: what does not have the form is a password
// as likely as anything else. The URL class would not do: it drops white space and takes 'p@ss@host' for a host, and
// libraries for connection strings turn a password with a '/' in it into the name of a database.
import { usageError, type HarnessError } from '../../model/errors.js'
import { isHost, portOf, SSL_MODE_LIST, sslModeOf, type AddressParts } from './address-parts.js'

export const URL_FORM =
  'postgres://user@host:port/database, with :password behind the user, and ?sslmode=require or ?host=/folder/of/the/socket at the end, where needed'

/** Percent-encoded: no white space, and each delimiter once, where it delimits. */
const FORM =
  /^postgres(?:ql)?:\/\/(?:(?<user>[^\s:@/?#]+)(?::(?<password>[^\s@/?#]*))?@)?(?<host>\[[0-9a-f.]*:[0-9a-f:.]*\]|[^\s:@/?#[\]]*)(?::(?<port>\d+))?(?:\/(?<database>[^\s@/?#]*))?(?:\?(?<query>[^\s@?#]*))?$/

/** The last two say nothing of which server or how safely, and are not used. */
const PARAMETERS: readonly string[] = ['sslmode', 'host', 'application_name', 'connect_timeout']

/** `source` says where the text stood. Throws a usage error. */
export function parseDatabaseUrl(text: string, source: string): AddressParts {
  const refuse = (reason: string): HarnessError =>
    usageError(`${source} does not hold the URL of a PostgreSQL server: ${reason}`, {
      hint: `Expected: ${URL_FORM}. Any of % @ : / ? # and spaces inside a part are percent-encoded`,
    })
  const raw = FORM.exec(text)?.groups
  if (raw === undefined) throw refuse(text === '' ? 'it is empty' : 'it has another form')
  const part = (name: string): string | null => decoded(raw[name], refuse)
  const parameters = parametersOf(raw['query'], refuse)
  return {
    host: hostOf(part('host'), parameters.get('host'), refuse),
    port: checked(raw['port'], portOf, () => refuse('its port is not one from 1 to 65535')),
    user: part('user'),
    password: part('password'),
    database: part('database'),
    sslmode: checked(parameters.get('sslmode'), sslModeOf, () =>
      refuse(`its sslmode is none of ${SSL_MODE_LIST}`),
    ),
  }
}

type Refuse = (reason: string) => HarnessError

/** A socket's folder as a parameter goes before the host, as in libpq. */
function hostOf(named: string | null, folder: string | undefined, refuse: Refuse): string {
  if (folder !== undefined && !folder.startsWith('/')) throw refuse('its parameter host is no folder')
  const host = folder ?? named?.replace(/^\[(.*)\]$/, '$1')
  if (host === undefined) throw refuse('it names no host')
  if (!isHost(host)) throw refuse('its host is not one name, IP address or folder')
  return host
}

function parametersOf(query: string | undefined, refuse: Refuse): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>()
  for (const pair of query === undefined || query === '' ? [] : query.split('&')) {
    const [name = '', value, ...more] = pair.split('=')
    if (!PARAMETERS.includes(name) || parameters.has(name) || more.length > 0) {
      throw refuse(`it may have the parameters ${PARAMETERS.join(', ')}, each once, and no others`)
    }
    parameters.set(name, decoded(value, refuse) ?? '')
  }
  return parameters
}

/** Null where there is nothing. */
function decoded(raw: string | undefined, refuse: Refuse): string | null {
  if (raw === undefined || raw === '') return null
  const text = percentDecoded(raw)
  if (text === null || text.includes('\0')) throw refuse('its percent-encoding is broken')
  return text
}

function percentDecoded(raw: string): string | null {
  try {
    return decodeURIComponent(raw)
  } catch {
    return null
  }
}

function checked<T>(
  text: string | undefined,
  read: (text: string) => T | null,
  error: () => Error,
): T | null {
  if (text === undefined) return null
  const value = read(text)
  if (value === null) throw error()
  return value
}
