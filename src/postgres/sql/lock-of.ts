// Which lock a statement of a migration takes on its table: it says who has to wait while an index is built.
import type { Node } from 'libpg-query'
import type { Lock } from '../../model/facts.js'

/** Null for a statement that leaves readers and writers alone. */
export function lockOf(node: Node): Lock | null {
  if ('IndexStmt' in node) return node.IndexStmt.concurrent === true ? 'SHARE UPDATE EXCLUSIVE' : 'SHARE'
  if ('DropStmt' in node) {
    return node.DropStmt.concurrent === true ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE'
  }
  return null
}
