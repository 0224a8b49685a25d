// What a statement is called in messages.
import type { ParsedStatement } from '../postgres/sql/parsed-statement.js'

/** Its first words in capitals, e.g. CREATE TABLE; the first alone where the second is a name. */
export function statementName({ sql }: Pick<ParsedStatement, 'sql'>): string {
  const [first = '', second = ''] = (sql.match(/^\s*\w+\s*\w*/)?.[0] ?? sql).toUpperCase().trim().split(/\s+/)
  return TAKES_KIND.has(first) ? `${first} ${second}`.trim() : first
}

const TAKES_KIND = new Set(['CREATE', 'DROP', 'ALTER', 'COMMENT', 'RESET', 'REFRESH'])
