// The tables that indexes stand on, with all that decides how a row of them may be written.
import type { Row, Session } from '../session.js'

export interface ColumnShape {
  readonly name: string
  readonly type: string
  /** Computed from others: nobody writes it. */
  readonly generated: boolean
  /** Filled by a sequence, an identity or a function for uuids where it is left out. */
  readonly suppliesItself: boolean
  /** Part of the primary key. */
  readonly key: boolean
  /** Part of a foreign key of this table. */
  readonly references: boolean
  /** Part of a unique index other than the primary key. */
  readonly unique: boolean
  /** An index reads it: as a column, in an expression or in its condition. */
  readonly indexed: boolean
  /** One of the given indexes does. */
  readonly ofGiven: boolean
}

export interface TableShape {
  readonly schema: string
  readonly table: string
  readonly partitioned: boolean
  /** As the planner estimates it. */
  readonly rows: number
  /** How many of the given indexes stand on it. */
  readonly givenIndexes: number
  readonly columns: readonly ColumnShape[]
}

const SHAPES = `
with given as (
  select x.indexrelid, x.indrelid
  from pg_index x
  join pg_class c on c.oid = x.indexrelid
  join pg_namespace n on n.oid = c.relnamespace
  where n.nspname || '.' || c.relname in (select jsonb_array_elements_text($1::jsonb))
), reading as (
  select x.indexrelid, x.indrelid, x.indisunique and not x.indisprimary as is_unique, a.attnum
  from pg_index x
  join pg_attribute a on a.attrelid = x.indrelid and a.attnum > 0
  where x.indrelid in (select indrelid from given)
    and (a.attnum = any (x.indkey::int2[]) or exists (
      select from pg_depend d
      where d.classid = 'pg_class'::regclass and d.objid = x.indexrelid
        and d.refclassid = 'pg_class'::regclass and d.refobjid = x.indrelid and d.refobjsubid = a.attnum))
)
select n.nspname as schema, t.relname as "table", t.relkind = 'p' as partitioned, t.reltuples as rows,
  (select count(*) from given g where g.indrelid = t.oid) as given_indexes,
  a.attname as name, format_type(a.atttypid, null) as type, a.attgenerated <> '' as generated,
  a.attidentity <> '' or coalesce(pg_get_expr(d.adbin, d.adrelid) ~ '(nextval|uuid)', false) as supplies_itself,
  exists (select from pg_index p where p.indrelid = t.oid and p.indisprimary and a.attnum = any (p.indkey::int2[])) as key,
  exists (select from pg_constraint f where f.conrelid = t.oid and f.contype = 'f' and a.attnum = any (f.conkey)) as refs,
  exists (select from reading r where r.indrelid = t.oid and r.attnum = a.attnum and r.is_unique) as is_unique,
  exists (select from reading r where r.indrelid = t.oid and r.attnum = a.attnum) as indexed,
  exists (
    select from reading r join given g using (indexrelid) where r.indrelid = t.oid and r.attnum = a.attnum
  ) as of_given
from pg_class t
join pg_namespace n on n.oid = t.relnamespace
join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
where t.oid in (select indrelid from given) and not t.relispartition and t.relkind in ('r', 'p')
order by given_indexes desc, schema, "table", a.attnum`

/** Tables with the most of these indexes first; partitions are left to the table above them. */
export async function readTableShapes(
  session: Session,
  indexes: readonly { readonly schema: string; readonly name: string }[],
): Promise<readonly TableShape[]> {
  const names = indexes.map(({ schema, name }) => `${schema}.${name}`)
  const shapes = new Map<string, TableShape & { columns: ColumnShape[] }>()
  for (const row of await session.query(SHAPES, [JSON.stringify(names)])) {
    const [schema, table] = [row['schema'] ?? '', row['table'] ?? '']
    const key = JSON.stringify([schema, table])
    const shape = shapes.get(key) ?? {
      schema,
      table,
      partitioned: row['partitioned'] === 't',
      rows: Number(row['rows']),
      givenIndexes: Number(row['given_indexes']),
      columns: [],
    }
    shape.columns.push(columnShape(row))
    shapes.set(key, shape)
  }
  return [...shapes.values()]
}

const columnShape = (row: Row): ColumnShape => ({
  name: row['name'] ?? '',
  type: row['type'] ?? '',
  generated: row['generated'] === 't',
  suppliesItself: row['supplies_itself'] === 't',
  key: row['key'] === 't',
  references: row['refs'] === 't',
  unique: row['is_unique'] === 't',
  indexed: row['indexed'] === 't',
  ofGiven: row['of_given'] === 't',
})
