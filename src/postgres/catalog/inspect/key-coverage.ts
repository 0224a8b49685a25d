// Foreign keys with the indexes that find the referencing rows. Those of partitions are counted once, with the table above.
import { z } from 'zod'
import type { KeyFacts } from '../../../model/inspection-facts.js'
import type { Session } from '../../session.js'
import { quotedName } from '../index-shapes.js'
import { usersOnly } from './values.js'

// An index serves where its first columns are those of the key, in any order, and it holds every row that can refer: one
// that leaves out NULLs of a column of the key does, for a NULL refers to nothing.
const KEYS = /* sql */ `
select quote_ident(f.conname) as "constraint", ${quotedName('tn', 't')} as "table", ${quotedName('rn', 'r')} as "references",
  array_to_json(array(
    select quote_ident(a.attname) from unnest(f.conkey) with ordinality k(attnum, position)
    join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.attnum order by k.position
  )) as columns,
  array_to_json(array(
    select ${quotedName('n', 'c')}
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_am m on m.oid = c.relam
    where i.indrelid = f.conrelid and i.indisvalid and m.amname in ('btree', 'hash')
      and i.indnkeyatts >= cardinality(f.conkey)
      and (string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(f.conkey)] @> f.conkey
      and (i.indpred is null or exists (
        select from unnest(f.conkey) k(attnum)
        join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.attnum
        where pg_get_expr(i.indpred, i.indrelid) = '(' || quote_ident(a.attname) || ' IS NOT NULL)'))
    order by i.indexrelid
  )) as indexes
from pg_constraint f
join pg_class t on t.oid = f.conrelid
join pg_namespace tn on tn.oid = t.relnamespace
join pg_class r on r.oid = f.confrelid
join pg_namespace rn on rn.oid = r.relnamespace
where f.contype = 'f' and f.conparentid = 0 and ${usersOnly('tn')}
order by tn.nspname, t.relname, f.conname`

const list = z.string().array()

export async function readKeyCoverage(session: Session): Promise<KeyFacts[]> {
  const rows = await session.query(KEYS)
  return rows.map((row) => ({
    constraint: row['constraint'] ?? '',
    table: row['table'] ?? '',
    references: row['references'] ?? '',
    columns: list.parse(JSON.parse(row['columns'] ?? '[]')),
    indexes: list.parse(JSON.parse(row['indexes'] ?? '[]')),
  }))
}
