// The names of indexes in DROP INDEX.
import type { ParsedStatement } from '../postgres/sql/parsed-statement.js'
import { lastName } from './name-parts.js'

type Node = ParsedStatement['node']

export const isDropIndex = (node: Node): boolean =>
  'DropStmt' in node && node.DropStmt.removeType === 'OBJECT_INDEX'

/** Without schema: an index lives in the schema of its table, which CREATE INDEX does not repeat. */
export function droppedIndexes(node: Node): readonly string[] {
  const objects = 'DropStmt' in node ? (node.DropStmt.objects ?? []) : []
  return objects.map((object) => ('List' in object ? (lastName(object.List.items) ?? '') : ''))
}
