// What a statement is called in messages.
import type { ParsedStatement } from '../postgres/sql/parsed-statement.js'

/** Its first words in capitals, e.g. CREATE TABLE; the first alone where the second is a name. */
export function statementName({ sql }: Pick<ParsedStatement, 'sql'>): string {
  const [, first = sql, kind = ''] = WORDS.exec(sql) ?? []
  return (TAKES_KIND.has(first.toUpperCase()) ? `${first} ${kind}` : first)
    .toUpperCase()
    .trim()
    .replaceAll(/\s+/g, ' ')
}

const TWO_WORDS =
  String.raw`access\s+method|event\s+trigger|foreign\s+data\s+wrapper|foreign\s+schema|foreign\s+table|materialized\s+view` +
  String.raw`|session\s+authorization|user\s+mapping`

const WORDS = new RegExp(String.raw`^\s*(\w+)\s*(?:or\s+replace\s+)?(${TWO_WORDS}|\w*)`, 'i')

const TAKES_KIND = new Set(['CREATE', 'DROP', 'ALTER', 'COMMENT', 'RESET', 'REFRESH', 'SECURITY', 'IMPORT'])
