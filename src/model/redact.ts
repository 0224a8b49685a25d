// Takes passwords out of text before anyone sees it. It rather takes too much: a password may hold '@', '/' or ':'.

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
