// The names of functions that a node of the parse tree may call. PostgreSQL reads (x).name and t.name as name(x) where
// no column has that name: pg_read_file can be called without parentheses.
import type { Fields } from '../../postgres/sql/walk.js'

/** Without schema, in the letters the parser made of them. */
export function namesCalled(kind: string, fields: Fields): readonly string[] {
  if (kind === 'ColumnRef') return strings(fields['fields']).slice(1)
  if (kind === 'A_Indirection') return strings(fields['indirection'])
  // CALL holds its function under another key than expressions do.
  return strings(fields['funcname']).slice(-1)
}

const strings = (nodes: unknown): readonly string[] =>
  Array.isArray(nodes) ? nodes.flatMap((node: { String?: { sval?: string } }) => node.String?.sval ?? []) : []
