// Foreign keys with the indexes that serve them: a parent's DELETE looks for referencing rows by one of these, and no plan
// of the DELETE shows it.
import { z } from 'zod'
import type { ForeignKey } from '../../model/index-facts.js'
import type { Session } from '../session.js'

// An index serves where its first columns are those of the key, in any order, and it holds every row.
const FOREIGN_KEYS = /* sql */ `
select f.conname as "constraint", tn.nspname || '.' || t.relname as "table", rn.nspname || '.' || r.relname as "references",
  array_to_json(array(
    select a.attname from unnest(f.conkey) with ordinality k(attnum, position)
    join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.attnum order by k.position
  )) as columns,
  array_to_json(array(
    select n.nspname || '.' || c.relname
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_am m on m.oid = c.relam
    where i.indrelid = f.conrelid and i.indpred is null and i.indisvalid and m.amname in ('btree', 'hash')
      and i.indnkeyatts >= cardinality(f.conkey)
      and (string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(f.conkey)] @> f.conkey
    order by i.indexrelid
  )) as indexes
from pg_constraint f
join pg_class t on t.oid = f.conrelid
join pg_namespace tn on tn.oid = t.relnamespace
join pg_class r on r.oid = f.confrelid
join pg_namespace rn on rn.oid = r.relnamespace
where f.contype = 'f' and tn.nspname not in ('pg_catalog', 'information_schema')
order by tn.nspname, t.relname, f.conname`

const list = z.string().array()

export async function readForeignKeys(session: Session): Promise<ForeignKey[]> {
  const rows = await session.query(FOREIGN_KEYS)
  return rows.map((row) => ({
    constraint: row['constraint'] ?? '',
    table: row['table'] ?? '',
    references: row['references'] ?? '',
    columns: list.parse(JSON.parse(row['columns'] ?? '[]')),
    indexes: list.parse(JSON.parse(row['indexes'] ?? '[]')),
  }))
}
