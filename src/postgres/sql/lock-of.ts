// Which lock a statement of a migration takes on its table: it says who has to wait until it is done.
import type { Node } from 'libpg-query'
import type { Lock } from '../../model/facts.js'

/** Null for a statement that leaves readers, and writers of other rows, alone. */
export function lockOf(node: Node): Lock | null {
  if ('IndexStmt' in node) return node.IndexStmt.concurrent === true ? 'SHARE UPDATE EXCLUSIVE' : 'SHARE'
  if ('ReindexStmt' in node) {
    return hasOption(node.ReindexStmt.params, 'concurrently') ? 'SHARE UPDATE EXCLUSIVE' : 'SHARE'
  }
  if ('DropStmt' in node) {
    return node.DropStmt.concurrent === true ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE'
  }
  if ('VacuumStmt' in node) {
    return hasOption(node.VacuumStmt.options, 'full') ? 'ACCESS EXCLUSIVE' : 'SHARE UPDATE EXCLUSIVE'
  }
  if ('AlterTableStmt' in node) return (node.AlterTableStmt.cmds ?? []).every(isLight) ? LIGHT : HEAVY
  return 'ClusterStmt' in node || 'TruncateStmt' in node || 'RenameStmt' in node ? HEAVY : null
}

const LIGHT = 'SHARE UPDATE EXCLUSIVE'
const HEAVY = 'ACCESS EXCLUSIVE'

/** Settings of autovacuum and the fill factor, statistics targets, and what is validated later. */
const isLight = (cmd: Node): boolean =>
  'AlterTableCmd' in cmd && LIGHT_CHANGES.has(cmd.AlterTableCmd.subtype ?? '')

const LIGHT_CHANGES = new Set([
  'AT_SetRelOptions',
  'AT_ResetRelOptions',
  'AT_SetStatistics',
  'AT_SetOptions',
  'AT_ResetOptions',
  'AT_ValidateConstraint',
  'AT_ClusterOn',
  'AT_DropCluster',
  'AT_AttachPartition',
])

const hasOption = (options: readonly Node[] | undefined, name: string): boolean =>
  (options ?? []).some((option) => 'DefElem' in option && option.DefElem.defname === name)
