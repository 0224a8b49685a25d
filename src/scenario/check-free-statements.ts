// What may run for good in a database that is thrown away: before the migration, in prepare/, and in the migration of a
// scenario whose arms are clones. What could reach beyond that database is refused before it comes here.
import { usageError } from '../model/errors.js'
import type { SourceText } from '../model/scenario.js'
import type { ParsedStatement } from '../postgres/sql/parsed-statement.js'
import { sourceError } from '../postgres/sql/source-error.js'
import { checkTransactions } from './check-transactions.js'
import { isBoundedSet } from './harmless-statements.js'
import { parseSql } from './parse-sql.js'
import { statementName } from './statement-name.js'

/** Throws a usage error at the first statement that is not known to be at home here, and where there is none at all. */
export async function checkFreeStatements(
  files: readonly SourceText[],
  placeholders: readonly string[],
  what: 'a migration' | 'prepare/',
): Promise<void> {
  let count = 0
  for (const file of files) {
    const statements = await parseSql(file, placeholders)
    checkTransactions(statements, file)
    for (const statement of statements) {
      if (!isFree(statement)) throw notFree(file, statement, what)
    }
    count += statements.length
  }
  if (count > 0 || files.length === 0) return
  const paths = files.map(({ path }) => path).join(', ')
  throw usageError(`${paths} holds no statement`, { hint: 'Write what is to be done, or leave the file out' })
}

const notFree = (file: SourceText, statement: ParsedStatement, what: string): Error =>
  sourceError(file, statement, `${statementName(statement)} is not supported yet in ${what}`, {
    hint:
      'So far it holds CREATE, DROP and ALTER of tables, indexes and statistics, INSERT, UPDATE, DELETE, MERGE, TRUNCATE, ' +
      'VACUUM, ANALYZE, REINDEX, CLUSTER, COMMENT, SET and BEGIN … COMMIT',
  })

const FREE = new Set([
  'InsertStmt',
  'UpdateStmt',
  'DeleteStmt',
  'MergeStmt',
  'TruncateStmt',
  'IndexStmt',
  'CreateStmt',
  'CreateTableAsStmt',
  'CreateStatsStmt',
  'AlterStatsStmt',
  'VacuumStmt',
  'ClusterStmt',
  'CommentStmt',
  'TransactionStmt',
])

function isFree({ kind, node }: ParsedStatement): boolean {
  if (FREE.has(kind)) return true
  if ('VariableSetStmt' in node) return isBoundedSet(node.VariableSetStmt)
  if ('DropStmt' in node) return OBJECTS.has(node.DropStmt.removeType ?? '')
  if ('RenameStmt' in node) return RENAMED.has(node.RenameStmt.renameType ?? '')
  if ('ReindexStmt' in node) return REINDEXED.has(node.ReindexStmt.kind ?? '')
  if (!('AlterTableStmt' in node)) return false
  const { objtype = '', cmds = [] } = node.AlterTableStmt
  return (
    OBJECTS.has(objtype) && cmds.every((cmd) => 'AlterTableCmd' in cmd && isFreeChange(cmd.AlterTableCmd))
  )
}

const OBJECTS = new Set(['OBJECT_TABLE', 'OBJECT_INDEX', 'OBJECT_STATISTIC_EXT'])
const RENAMED = new Set([...OBJECTS, 'OBJECT_COLUMN', 'OBJECT_TABCONSTRAINT'])
const REINDEXED = new Set(['REINDEX_OBJECT_INDEX', 'REINDEX_OBJECT_TABLE', 'REINDEX_OBJECT_SCHEMA'])

/** Columns, constraints and storage. Owners, triggers, rules and policies stay the dataset's. */
const isFreeChange = ({ subtype = '' }: { subtype?: string }): boolean => CHANGES.has(subtype)

const CHANGES = new Set([
  'AT_AddColumn',
  'AT_DropColumn',
  'AT_AlterColumnType',
  'AT_ColumnDefault',
  'AT_SetNotNull',
  'AT_DropNotNull',
  'AT_SetStatistics',
  'AT_SetOptions',
  'AT_ResetOptions',
  'AT_SetStorage',
  'AT_SetCompression',
  'AT_AddConstraint',
  'AT_DropConstraint',
  'AT_ValidateConstraint',
  'AT_AlterConstraint',
  'AT_SetRelOptions',
  'AT_ResetRelOptions',
  'AT_ClusterOn',
  'AT_DropCluster',
  'AT_AttachPartition',
])
