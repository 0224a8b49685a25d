// Does a statement change data?
import type { ParsedStatement } from './parsed-statement.js'
import { walk } from './walk.js'

const WRITES = new Set(['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt'])

/** True also where only a part writes: WITH gone AS (DELETE …) SELECT …. */
export function isWrite({ node }: Pick<ParsedStatement, 'node'>): boolean {
  for (const [kind] of walk(node)) if (WRITES.has(kind)) return true
  return false
}
