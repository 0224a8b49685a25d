// What a query, and the query that draws its parameters, may be.
import type { SourceText } from '../model/scenario.js'
import { countParameters, missingParameters } from '../postgres/sql/count-parameters.js'
import { isWrite } from '../postgres/sql/is-write.js'
import type { ParsedStatement } from '../postgres/sql/parsed-statement.js'
import { sourceError } from '../postgres/sql/source-error.js'
import { walk } from '../postgres/sql/walk.js'
import { writeTarget, type WriteTarget } from '../postgres/sql/write-target.js'
import { onlyStatement } from './only-statement.js'
import { statementName } from './statement-name.js'

const MEASURABLE = new Set(['SelectStmt', 'InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt'])

/** The one statement of a query file. Throws if it is refused, or is not a statement that can be measured. */
export async function checkQuery(
  source: SourceText,
  placeholders: readonly string[],
): Promise<ParsedStatement> {
  const statement = await onlyStatement(source, placeholders, 'query')
  if (!MEASURABLE.has(statement.kind)) {
    throw sourceError(source, statement, `a query cannot be ${statementName(statement)}`, {
      hint: 'Write SELECT, INSERT, UPDATE, DELETE, MERGE or WITH',
    })
  }
  refuseInto(source, statement)
  requireReturning(source, statement)
  requireFewParameters(source, statement)
  requireAllParameters(source, statement)
  return statement
}

/** The one statement of a file that is only explained: what it returns does not matter. */
export async function checkExplained(source: SourceText): Promise<ParsedStatement> {
  const statement = await onlyStatement(source, [], 'query')
  if (!MEASURABLE.has(statement.kind)) {
    throw sourceError(source, statement, `${statementName(statement)} has no plan`, {
      hint: 'Write SELECT, INSERT, UPDATE, DELETE, MERGE or WITH',
    })
  }
  refuseInto(source, statement)
  requireFewParameters(source, statement)
  requireAllParameters(source, statement)
  return statement
}

/** The one statement of a file in writes/, and the table it writes to. */
export async function checkWrite(
  source: SourceText,
  placeholders: readonly string[],
): Promise<{ readonly statement: ParsedStatement; readonly target: WriteTarget }> {
  const statement = await onlyStatement(source, placeholders, 'query')
  const target = writeTarget(statement)
  if (target === undefined) {
    throw sourceError(source, statement, `a write cannot be ${statementName(statement)}`, {
      hint: 'Write one INSERT, UPDATE or DELETE',
    })
  }
  requireFewParameters(source, statement)
  requireAllParameters(source, statement)
  if (countParameters(statement) > 0) return { statement, target }
  throw sourceError(source, statement, 'a write needs parameters: each execution takes a row of its own', {
    hint: 'Name the row that is written by $1, and draw its values in the parameters query',
  })
}

/** Throws if the file is not one SELECT without parameters, or holds what is refused. */
export async function checkParametersQuery(
  source: SourceText,
  placeholders: readonly string[],
): Promise<void> {
  const statement = await onlyStatement(source, placeholders, 'query')
  if (statement.kind !== 'SelectStmt' || isWrite(statement)) {
    const what = isWrite(statement) ? 'a statement that changes data' : statementName(statement)
    throw sourceError(source, statement, `a parameters query cannot be ${what}`, {
      hint: 'Write a SELECT that returns cohort, tenant, hit, p1 … pn',
    })
  }
  refuseInto(source, statement)
  if (countParameters(statement) > 0) {
    throw sourceError(source, statement, 'a parameters query takes no parameters itself', {
      hint: 'Write the values: it runs once, before anything is measured',
    })
  }
}

/** What a Bind message can number. */
const MOST_PARAMETERS = 65_535

function requireFewParameters(source: SourceText, statement: ParsedStatement): void {
  const highest = countParameters(statement)
  if (highest <= MOST_PARAMETERS) return
  throw sourceError(
    source,
    statement,
    `the query uses $${highest}, but PostgreSQL takes ${MOST_PARAMETERS}`,
    {
      hint: 'Number the parameters from $1 without gaps',
    },
  )
}

function requireAllParameters(source: SourceText, statement: ParsedStatement): void {
  const missing = missingParameters(statement)
  if (missing.length === 0) return
  const used = `$${countParameters(statement)}`
  throw sourceError(
    source,
    statement,
    `the query uses ${used} but not ${missing.map((n) => `$${n}`).join(', ')}`,
    {
      hint: 'Number the parameters without gaps: PostgreSQL cannot tell the type of one that is not used',
    },
  )
}

export function refuseInto(source: SourceText, statement: ParsedStatement): void {
  if (![...walk(statement.node)].some(([key]) => key === 'intoClause')) return
  throw sourceError(source, statement, 'SELECT … INTO creates a table', { hint: 'Leave out INTO' })
}

/** Without RETURNING a write gives no rows, and the arms would agree by having nothing to compare. */
function requireReturning(source: SourceText, statement: ParsedStatement): void {
  if (statement.kind === 'SelectStmt') return
  const [fields] = Object.values(statement.node) as Readonly<Record<string, unknown>>[]
  if (fields !== undefined && ('returningClause' in fields || 'returningList' in fields)) return
  throw sourceError(source, statement, 'a query that writes needs RETURNING', {
    hint: 'What it returns is compared between the arms; RETURNING its key is enough',
  })
}
