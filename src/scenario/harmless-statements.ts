// Statements of a migration that may be in both arms of one database: they change nothing that is compared.
import type { ParsedStatement } from '../postgres/sql/parsed-statement.js'
import { lastName } from './name-parts.js'

export function isHarmless({ node }: ParsedStatement): boolean {
  if ('VacuumStmt' in node) return node.VacuumStmt.is_vacuumcmd !== true
  if ('VariableSetStmt' in node) return isBoundedSet(node.VariableSetStmt)
  if ('AlterTableStmt' in node) return addsPlainColumns(node.AlterTableStmt)
  return 'CommentStmt' in node || 'TransactionStmt' in node
}

// RESET ALL would undo what the measurement has pinned, and SET TRANSACTION is of no use here.
export const isBoundedSet = ({ kind }: { kind?: string }): boolean =>
  kind !== 'VAR_RESET_ALL' && kind !== 'VAR_SET_MULTI'

type Node = ParsedStatement['node']
type AlterTable = Extract<Node, { AlterTableStmt: unknown }>['AlterTableStmt']

/** Without a default or a constraint a new column is NULL everywhere and no row is touched. */
const addsPlainColumns = ({ objtype, cmds = [] }: AlterTable): boolean =>
  objtype === 'OBJECT_TABLE' &&
  cmds.every((cmd) => 'AlterTableCmd' in cmd && isPlainColumn(cmd.AlterTableCmd))

function isPlainColumn({ subtype, def }: { subtype?: string; def?: Node }): boolean {
  if (subtype !== 'AT_AddColumn' || def === undefined || !('ColumnDef' in def)) return false
  const { constraints = [], typeName } = def.ColumnDef
  return constraints.length === 0 && !COUNTED.test(lastName(typeName?.names) ?? '')
}

/** serial, bigserial …: a default by another name. */
const COUNTED = /serial\d?$/
