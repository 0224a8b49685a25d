// Which table a statement writes to, and how.
import type { Operation } from '../../model/price.js'
import type { ParsedStatement } from './parsed-statement.js'

export interface WriteTarget {
  readonly operation: Operation
  readonly schema: string
  readonly table: string
}

/** Undefined for anything but one INSERT, UPDATE or DELETE; what stands in its WITH does not count. */
export function writeTarget({ node }: Pick<ParsedStatement, 'node'>): WriteTarget | undefined {
  if ('InsertStmt' in node) return target('insert', node.InsertStmt.relation)
  if ('UpdateStmt' in node) return target('update', node.UpdateStmt.relation)
  if ('DeleteStmt' in node) return target('delete', node.DeleteStmt.relation)
  return undefined
}

const target = (
  operation: Operation,
  relation: { readonly relname?: string; readonly schemaname?: string } | undefined,
): WriteTarget | undefined =>
  relation?.relname === undefined
    ? undefined
    : // Without a schema it is the one that sessions of a run search.
      { operation, schema: relation.schemaname ?? 'public', table: relation.relname }
