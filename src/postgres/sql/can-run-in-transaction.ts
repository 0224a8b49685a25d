// Which statements PostgreSQL refuses inside BEGIN … COMMIT (its PreventInTransactionBlock).
import type { Node } from 'libpg-query'
import type { ParsedStatement } from './parsed-statement.js'
import { walk } from './walk.js'

const NEVER = new Set([
  'AlterSystemStmt',
  'CreatedbStmt',
  'DropdbStmt',
  'CreateTableSpaceStmt',
  'DropTableSpaceStmt',
  'CreateSubscriptionStmt',
  'DropSubscriptionStmt',
])

const WHOLE_DATABASE = new Set(['REINDEX_OBJECT_SCHEMA', 'REINDEX_OBJECT_SYSTEM', 'REINDEX_OBJECT_DATABASE'])

/** False for what PostgreSQL would refuse: CONCURRENTLY, VACUUM, ALTER SYSTEM, CREATE DATABASE and the like. */
export const canRunInTransaction = ({ kind, node }: Pick<ParsedStatement, 'kind' | 'node'>): boolean =>
  !NEVER.has(kind) && !isConcurrent(node) && !standsAlone(node)

/** Says CONCURRENTLY. A materialized view may be refreshed so in a transaction, and does not count. */
function isConcurrent(node: Node): boolean {
  if ('IndexStmt' in node) return node.IndexStmt.concurrent === true
  if ('DropStmt' in node) return node.DropStmt.concurrent === true
  if ('ReindexStmt' in node) return hasOption(node.ReindexStmt.params, 'concurrently')
  if (!('AlterTableStmt' in node)) return false
  return [...walk(node)].some(([kind, fields]) => kind === 'PartitionCmd' && fields['concurrent'] === true)
}

function standsAlone(node: Node): boolean {
  if ('VacuumStmt' in node) return node.VacuumStmt.is_vacuumcmd === true
  if ('ReindexStmt' in node) return WHOLE_DATABASE.has(node.ReindexStmt.kind ?? '')
  if ('ClusterStmt' in node) return node.ClusterStmt.relation === undefined
  if ('DiscardStmt' in node) return node.DiscardStmt.target === 'DISCARD_ALL'
  if ('AlterDatabaseStmt' in node) return hasOption(node.AlterDatabaseStmt.options, 'tablespace')
  if ('TransactionStmt' in node) return node.TransactionStmt.kind?.endsWith('_PREPARED') === true
  return false
}

const hasOption = (options: readonly Node[] | undefined, name: string): boolean =>
  (options ?? []).some((option) => 'DefElem' in option && option.DefElem.defname === name)
