// The shapes of indexes: what two of them must share for one to do the other's work.
import { z } from 'zod'
import type { IndexShape } from '../../model/index-facts.js'
import type { Row, Session } from '../session.js'

/** The name of a relation, from the aliases of pg_namespace and pg_class. */
type NameSql = (namespace: string, relation: string) => string

const plainName: NameSql = (namespace, relation) => `${namespace}.nspname || '.' || ${relation}.relname`
/** As PostgreSQL would write it in a statement. */
export const quotedName: NameSql = (namespace, relation) =>
  `quote_ident(${namespace}.nspname) || '.' || quote_ident(${relation}.relname)`

// pg_get_indexdef of a single column leaves operator class, collation and order out: they are added from the catalog.
const shapesSql = (name: NameSql): string => /* sql */ `
select i.indexrelid::text as oid, ${name('n', 'c')} as index, ${name('tn', 't')} as "table", m.amname as method,
  pg_get_indexdef(i.indexrelid) as definition, pg_relation_size(i.indexrelid) as size,
  i.indisvalid and i.indisready as valid, i.indisunique as "unique",
  pg_get_expr(i.indpred, i.indrelid) as predicate,
  array_to_json(array(
    select pg_get_indexdef(i.indexrelid, k, false) || ' ' || ons.nspname || '.' || o.opcname
      || coalesce(' (' || array_to_string(a.attoptions, ', ') || ')', '')
      || coalesce(' collate ' || cns.nspname || '.' || l.collname, '')
      || case when i.indoption[k - 1] & 1 = 1 then ' desc' else '' end
      || case when i.indoption[k - 1] & 2 = 2 then ' nulls first' else '' end
    from generate_series(1, i.indnkeyatts) k
    join pg_opclass o on o.oid = i.indclass[k - 1]
    join pg_namespace ons on ons.oid = o.opcnamespace
    left join pg_collation l on l.oid = i.indcollation[k - 1]
    left join pg_namespace cns on cns.oid = l.collnamespace
    left join pg_attribute a on a.attrelid = i.indexrelid and a.attnum = k
    order by k
  )) as keys,
  array_to_json(array(
    select pg_get_indexdef(i.indexrelid, k, false) from generate_series(i.indnkeyatts + 1, i.indnatts) k order by 1
  )) as included,
  array_to_json(array(select o from unnest(c.reloptions) o order by o)) as parameters,
  (select x.conname from pg_constraint x
    where x.conindid = i.indexrelid and x.contype in ('p', 'u', 'x') order by x.conname limit 1) as "constraint",
  (select ${name('pn', 'p')} from pg_inherits h join pg_class p on p.oid = h.inhparent
    join pg_namespace pn on pn.oid = p.relnamespace where h.inhrelid = i.indexrelid) as "partOf"
from pg_index i
join pg_class c on c.oid = i.indexrelid
join pg_namespace n on n.oid = c.relnamespace
join pg_class t on t.oid = i.indrelid
join pg_namespace tn on tn.oid = t.relnamespace
join pg_am m on m.oid = c.relam
where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'
order by i.indexrelid`

const list = z.string().array()

/** Every index outside of the system's schemas, the oldest first. */
export const readIndexShapes = async (session: Session): Promise<IndexShape[]> =>
  (await session.query(shapesSql(plainName))).map(indexShape)

/** The same by oid, with names as a statement would write them. */
export const readQuotedIndexShapes = async (session: Session): Promise<ReadonlyMap<string, IndexShape>> =>
  new Map(
    (await session.query(shapesSql(quotedName))).map((row) => [row['oid'] ?? '', indexShape(row)] as const),
  )

const indexShape = (row: Row): IndexShape => ({
  index: row['index'] ?? '',
  table: row['table'] ?? '',
  method: row['method'] ?? '',
  definition: row['definition'] ?? '',
  sizeBytes: Number(row['size']),
  valid: row['valid'] === 't',
  unique: row['unique'] === 't',
  keys: list.parse(JSON.parse(row['keys'] ?? '[]')),
  included: list.parse(JSON.parse(row['included'] ?? '[]')),
  predicate: row['predicate'] ?? null,
  parameters: list.parse(JSON.parse(row['parameters'] ?? '[]')),
  constraint: row['constraint'] ?? null,
  partOf: row['partOf'] ?? null,
})
