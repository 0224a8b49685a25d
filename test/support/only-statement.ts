// One statement, parsed: for tests of what is read from parse trees.
import { parseStatements } from '../../src/postgres/sql/parse-statements.js'
import type { ParsedStatement } from '../../src/postgres/sql/parsed-statement.js'

export async function onlyStatement(text: string): Promise<ParsedStatement> {
  const [statement, ...others] = await parseStatements({ path: 'test.sql', text })
  if (statement === undefined || others.length > 0) throw new Error(`not one statement: ${text}`)
  return statement
}
