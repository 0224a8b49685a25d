// What a migration may do so that both arms can stand in one database: create indexes, and little else. The arm
// `before` is made by dropping them inside a transaction; what that cannot undo would be in both arms.
import { usageError, type HarnessError } from '../model/errors.js'
import type { SourceText } from '../model/scenario.js'
import type { ParsedStatement } from '../postgres/sql/parsed-statement.js'
import { sourceError } from '../postgres/sql/source-error.js'
import { checkTransactions } from './check-transactions.js'
import { isHarmless } from './harmless-statements.js'
import { droppedIndexes, isDropIndex } from './index-names.js'
import { parseSql } from './parse-sql.js'
import { statementName } from './statement-name.js'

const ALLOWED =
  'CREATE INDEX, DROP INDEX of what it created, ALTER TABLE … ADD COLUMN without a default, COMMENT, ANALYZE, SET and BEGIN … COMMIT'

/** Throws at the first statement that is refused or cannot be measured, or if no index comes of it all. */
export async function checkMigrations(
  files: readonly SourceText[],
  placeholders: readonly string[],
): Promise<void> {
  const all: ParsedStatement[] = []
  const created = new Set<string>()
  for (const file of files) {
    const statements = await parseSql(file, placeholders)
    checkTransactions(statements, file)
    for (const statement of statements) checkStatement(statement, file, created)
    all.push(...statements)
  }
  if (created.size === 0) throw noIndex(files, all)
}

function checkStatement(statement: ParsedStatement, file: SourceText, created: Set<string>): void {
  const { node } = statement
  if ('IndexStmt' in node) {
    // PostgreSQL chooses a name itself where there is none; no later statement can mean it by name.
    created.add(node.IndexStmt.idxname ?? `${file.path}:${statement.offset}`)
  } else if (isDropIndex(node)) {
    for (const name of droppedIndexes(node)) {
      if (!created.delete(name)) throw dropsOther(statement, file, name)
    }
  } else if (!isHarmless(statement)) {
    throw sourceError(file, statement, `${statementName(statement)} is not supported yet in a migration`, {
      hint: `So far a migration holds ${ALLOWED}. What a transaction cannot undo needs a database for each arm: write "arms: clones" into scenario.yaml`,
    })
  }
}

const dropsOther = (statement: ParsedStatement, file: SourceText, name: string): HarnessError =>
  sourceError(
    file,
    statement,
    `dropping index "${name}" is not supported yet: this migration did not create it`,
    {
      hint: 'Put the index into the migration, leave it to the dataset, or write "arms: clones" into scenario.yaml',
    },
  )

function noIndex(files: readonly SourceText[], statements: readonly ParsedStatement[]): HarnessError {
  const paths = files.map(({ path }) => path).join(', ')
  const found = [...new Set(statements.map(statementName))].join(', ')
  return usageError(
    `The migration leaves no new index: ${paths} ${found === '' ? 'holds no statement' : `holds ${found}`}`,
    {
      hint: 'Write at least one CREATE INDEX, or "arms: clones" into scenario.yaml for a migration of another kind',
    },
  )
}
