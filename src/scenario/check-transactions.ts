// BEGIN … COMMIT in a migration: closed in its file, and without what PostgreSQL refuses inside.
import type { SourceText } from '../model/scenario.js'
import { canRunInTransaction } from '../postgres/sql/can-run-in-transaction.js'
import type { ParsedStatement } from '../postgres/sql/parsed-statement.js'
import { sourceError } from '../postgres/sql/source-error.js'
import { statementName } from './statement-name.js'

const BEGINS = new Set(['TRANS_STMT_BEGIN', 'TRANS_STMT_START'])

/** Throws a usage error at the first statement that breaks the order, before anything has run. */
export function checkTransactions(statements: readonly ParsedStatement[], file: SourceText): void {
  let begun: ParsedStatement | undefined
  for (const statement of statements) {
    if ('TransactionStmt' in statement.node) begun = nextState(statement, file, begun)
    else if (begun !== undefined && !canRunInTransaction(statement)) throw outside(statement, file, begun)
  }
  if (begun === undefined) return
  throw sourceError(file, begun, 'BEGIN without COMMIT', { hint: 'End the transaction in the same file' })
}

function nextState(
  statement: ParsedStatement,
  file: SourceText,
  begun: ParsedStatement | undefined,
): ParsedStatement | undefined {
  const { kind = '', chain = false } =
    'TransactionStmt' in statement.node ? statement.node.TransactionStmt : {}
  if (BEGINS.has(kind) && begun === undefined) return statement
  if (kind === 'TRANS_STMT_COMMIT' && !chain && begun !== undefined) return undefined
  const name = statementName(statement)
  const what =
    kind === 'TRANS_STMT_COMMIT' && !chain
      ? `${name} without BEGIN`
      : BEGINS.has(kind)
        ? `${name} inside a transaction that is open since line ${begun?.line}`
        : `${name} is not supported in a migration`
  throw sourceError(file, statement, what, { hint: 'Write BEGIN … COMMIT, or leave both out' })
}

const outside = (statement: ParsedStatement, file: SourceText, begun: ParsedStatement): Error =>
  sourceError(
    file,
    statement,
    `${statementName(statement)}${isConcurrently(statement) ? ' CONCURRENTLY' : ''} cannot run inside BEGIN … COMMIT (open since line ${begun.line})`,
    { hint: 'Put it before BEGIN or after COMMIT, or into a file of its own' },
  )

const isConcurrently = ({ sql }: ParsedStatement): boolean => /\bconcurrently\b/i.test(sql)
