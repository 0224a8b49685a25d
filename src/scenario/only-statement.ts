// The one statement of a file that holds exactly one.
import { usageError } from '../model/errors.js'
import type { SourceText } from '../model/scenario.js'
import type { ParsedStatement } from '../postgres/sql/parsed-statement.js'
import { sourceError } from '../postgres/sql/source-error.js'
import { parseSql } from './parse-sql.js'

/** `what` the file is of: query, check, failure. Throws a usage error for none or several, a refused one for what must not run. */
export async function onlyStatement(
  source: SourceText,
  placeholders: readonly string[],
  what: string,
): Promise<ParsedStatement> {
  const [first, second] = await parseSql(source, placeholders)
  if (first === undefined) {
    throw usageError(`${source.path} holds no statement`, { hint: 'Expected exactly one' })
  }
  if (second === undefined) return first
  throw sourceError(source, second, `a second statement, but a ${what} file holds exactly one`, {
    hint: `Give it a file of its own`,
  })
}
