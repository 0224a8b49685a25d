// The checks of a scenario and the statements it says fail: one SQL file each, read and checked.
import type { ExpectedFailure, ScenarioCheck, SourceText } from '../model/scenario.js'
import { canRunInTransaction } from '../postgres/sql/can-run-in-transaction.js'
import { countParameters } from '../postgres/sql/count-parameters.js'
import { isWrite } from '../postgres/sql/is-write.js'
import type { ParsedStatement } from '../postgres/sql/parsed-statement.js'
import { sourceError } from '../postgres/sql/source-error.js'
import { refuseInto } from './check-query.js'
import type { CheckDefinition, FailDefinition } from './definition-schema.js'
import { onlyStatement } from './only-statement.js'
import { readExpected, type DefinitionPlace } from './read-expected.js'
import { statementName } from './statement-name.js'

/** Throws a usage error for a missing file or one that is no SELECT, a refused one for SQL that must not run. */
export async function loadCheck(
  folder: string,
  { name, title, says, when = 'after' }: CheckDefinition,
  placeholders: readonly string[],
  place: DefinitionPlace,
): Promise<ScenarioCheck> {
  const sql = await readExpected(folder, `checks/${name}.sql`, `Check "${name}"`, place)
  const statement = await onlyStatement(sql, placeholders, 'check')
  if (statement.kind !== 'SelectStmt' || isWrite(statement)) {
    const what = isWrite(statement) ? 'a statement that changes data' : statementName(statement)
    throw sourceError(sql, statement, `a check cannot be ${what}`, {
      hint: 'Write one SELECT that returns one row: passed (boolean) and detail (text)',
    })
  }
  refuseInto(sql, statement)
  refuseParameters(sql, statement, 'a check')
  return { name, title, says: says ?? null, when, sql }
}

/** Throws a usage error for a missing file or what cannot be rolled back, a refused one for SQL that must not run. */
export async function loadFail(
  folder: string,
  { name, title, says, sqlstate }: FailDefinition,
  placeholders: readonly string[],
  place: DefinitionPlace,
): Promise<ExpectedFailure> {
  const sql = await readExpected(folder, `fails/${name}.sql`, `Failure "${name}"`, place)
  const statement = await onlyStatement(sql, placeholders, 'failure')
  if (!canRunInTransaction(statement) || 'TransactionStmt' in statement.node) {
    throw sourceError(sql, statement, `${statementName(statement)} cannot be rolled back here`, {
      hint: 'It runs inside a transaction: leave out CONCURRENTLY, BEGIN and COMMIT',
    })
  }
  refuseParameters(sql, statement, 'a statement that is said to fail')
  return { name, title, says: says ?? null, sqlstate: sqlstate ?? null, sql }
}

function refuseParameters(sql: SourceText, statement: ParsedStatement, what: string): void {
  if (countParameters(statement) === 0) return
  throw sourceError(sql, statement, `${what} takes no parameters`, { hint: 'Write the values' })
}
