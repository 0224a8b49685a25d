// The indexes of a database, as PostgreSQL's catalog has them.
import type { Row, Session } from '../session.js'

export interface IndexRow {
  readonly oid: string
  readonly schema: string
  readonly name: string
  readonly table: string
  /** Access method: btree, gin, ivfflat … */
  readonly method: string
  readonly definition: string
  readonly sizeBytes: number
  /** May queries use it? A failed CREATE INDEX CONCURRENTLY leaves one they may not. */
  readonly valid: boolean
  /** Do writes maintain it? */
  readonly ready: boolean
}

const INDEXES = /* sql */ `
select i.indexrelid::text as oid, n.nspname as schema, c.relname as name, t.relname as "table", m.amname as method,
  pg_get_indexdef(i.indexrelid) as definition, pg_relation_size(i.indexrelid) as size, i.indisvalid as valid,
  i.indisready as ready
from pg_index i
join pg_class c on c.oid = i.indexrelid
join pg_class t on t.oid = i.indrelid
join pg_namespace n on n.oid = c.relnamespace
join pg_am m on m.oid = c.relam
where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'
order by n.nspname, c.relname`

/** Every index outside of the system's schemas, by schema and name. */
export async function listIndexes(session: Session): Promise<readonly IndexRow[]> {
  const rows = await session.query(INDEXES)
  return rows.map(indexRow)
}

const indexRow = (row: Row): IndexRow => ({
  oid: row['oid'] ?? '',
  schema: row['schema'] ?? '',
  name: row['name'] ?? '',
  table: row['table'] ?? '',
  method: row['method'] ?? '',
  definition: row['definition'] ?? '',
  sizeBytes: Number(row['size']),
  valid: row['valid'] === 't',
  ready: row['ready'] === 't',
})
