// Takes passwords out of text before anyone sees it: by the places where passwords stand, and by the values that are
// known. It rather takes too much: a password may hold '@', '/' or ':'.
import { secretForms } from './secret-forms.js'

const MASK = '***'

/** scheme://user:password@ up to the last '@' of the word. */
const URL_PASSWORD = /\b([a-z][a-z0-9+.-]*:\/\/[^\s:/@?#]*:)\S*@/gi

/** A PostgreSQL URL whose password holds spaces: drivers accept it. A port is not a password. */
const POSTGRES_PASSWORD_WITH_SPACES = /\b(postgres(?:ql)?:\/\/[^\s:/@?#]*:)(?!\d+(?:[/?\s]|$))[^\n@]*@/gi

const QUOTED = String.raw`'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.)*"`

/** password=…, PGPASSWORD=…, sslpassword='…', "password": "…" */
const ASSIGNED_PASSWORD = new RegExp(
  String.raw`(password["']?\s*=\s*|password["']\s*:\s*)(?:${QUOTED}|(?:\\.|[^\s&])+)`,
  'gi',
)

/** CREATE ROLE … PASSWORD '…' */
const SQL_PASSWORD = new RegExp(String.raw`(password\s+)E?(?:${QUOTED})`, 'gi')

/** The text with the password in URLs and in `password=…` replaced by `***`. */
export const redact = (text: string): string =>
  text
    .replace(URL_PASSWORD, `$1${MASK}@`)
    .replace(POSTGRES_PASSWORD_WITH_SPACES, `$1${MASK}@`)
    .replace(ASSIGNED_PASSWORD, `$1${MASK}`)
    .replace(SQL_PASSWORD, `$1'${MASK}'`)

/** Replaces these values by `***` wherever and in whatever form they stand. A driver may quote them in any message. */
export function maskValues(text: string, secrets: readonly string[]): string {
  const forms = secrets.flatMap(secretForms)
  // The longest first: one secret may begin with another.
  const pattern = forms.sort((a, b) => b.length - a.length).join('|')
  return pattern === '' ? text : text.replace(new RegExp(pattern, 'gu'), MASK)
}

/** Shorter ones are words of any text, and guessed faster than read. */
const SHORTEST_SECRET = 8

/** Words of our own messages and of every PostgreSQL: to mask them would garble all output, and hide nothing. */
const OWN_WORDS = new Set(['postgres', 'postgresql', 'password', 'database', 'localhost', 'indexproof'])

/**
 * The secret, and what it means if it is percent-encoded, as far as they may be masked by their value. A password that
 * is also a name we print (`postgres` as user, database and password is common where people develop) would take that
 * name out of every line, and so give itself away. Such a password is still masked where passwords stand.
 */
export const maskableValues = (secret: string, publicNames: readonly string[]): readonly string[] =>
  [...new Set([secret, percentDecoded(secret)])].filter(
    (value) =>
      value.length >= SHORTEST_SECRET && !OWN_WORDS.has(value.toLowerCase()) && !publicNames.includes(value),
  )

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
