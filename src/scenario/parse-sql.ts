// A SQL file of a scenario to its statements, none of which is refused: the one way in for migrations, queries and
// parameters queries.
import type { SourceText } from '../model/scenario.js'
import type { ParsedStatement } from '../postgres/sql/parsed-statement.js'
import { parseFile } from './parse-file.js'
import { refuseStatement } from './refuse-statement.js'

/** Throws a usage error for what cannot be read, and a refused error for what must not run. */
export async function parseSql(
  source: SourceText,
  placeholders: readonly string[],
): Promise<readonly ParsedStatement[]> {
  const statements = await parseFile(source, placeholders)
  for (const statement of statements) refuseStatement(source, statement)
  return statements
}
