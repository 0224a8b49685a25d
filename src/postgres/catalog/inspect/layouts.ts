// How wide the rows of tables and B-trees are, by the planner's statistics: what the pages they need are estimated from.
import { z } from 'zod'
import type { Layout } from '../../../model/inspection-facts.js'
import type { Row, Session } from '../../session.js'
import { numberIn, usersOnly } from './values.js'

// pg_stats shows the columns that the role may read. An index on an expression has statistics of its own.
const LAYOUTS = /* sql */ `
with relations as (
  select c.oid, c.relkind, c.relname, n.nspname, c.reltuples, c.relpages, c.reloptions, x.indrelid, x.indkey
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  left join pg_am m on m.oid = c.relam
  left join pg_index x on x.indexrelid = c.oid
  where (c.relkind in ('r', 'm') or c.relkind = 'i' and m.amname = 'btree')
    and c.relpages > 0 and c.reltuples >= 0 and ${usersOnly('n')}
)
select r.oid::text as oid, r.relkind, r.reltuples::float8 as rows, r.relpages as pages,
  (select split_part(o, '=', 2) from unnest(r.reloptions) o where o like 'fillfactor=%') as fillfactor,
  json_agg(json_build_object('length', a.attlen, 'align', a.attalign, 'width', s.avg_width, 'nulls', s.null_frac)
    order by a.attnum) as columns
from relations r
join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
left join pg_class t on t.oid = r.indrelid and r.indkey[a.attnum - 1] <> 0
left join pg_attribute b on b.attrelid = t.oid and b.attnum = r.indkey[a.attnum - 1]
left join pg_namespace tn on tn.oid = t.relnamespace
left join pg_stats s on not s.inherited and s.schemaname = coalesce(tn.nspname, r.nspname)
  and s.tablename = coalesce(t.relname, r.relname) and s.attname = coalesce(b.attname, a.attname)
group by r.oid, r.relkind, r.reltuples, r.relpages, r.reloptions`

const ALIGN_BYTES = { c: 1, s: 2, i: 4, d: 8 } as const

const columnSchema = z.object({
  length: z.int(),
  align: z.enum(['c', 's', 'i', 'd']),
  width: z.number().nullable(),
  nulls: z.number().nullable(),
})

const DEFAULT_FILLFACTOR = { table: 100, index: 90 } as const

export const readLayouts = async (session: Session): Promise<Layout[]> =>
  (await session.query(LAYOUTS)).map(layout)

function layout(row: Row): Layout {
  const kind = row['relkind'] === 'i' ? 'index' : 'table'
  return {
    oid: row['oid'] ?? '',
    kind,
    rows: numberIn(row, 'rows'),
    pages: numberIn(row, 'pages'),
    fillfactor: Number(row['fillfactor'] ?? DEFAULT_FILLFACTOR[kind]),
    columns: columnsOf(columnSchema.array().parse(JSON.parse(row['columns'] ?? '[]'))),
  }
}

function columnsOf(columns: readonly z.infer<typeof columnSchema>[]): Layout['columns'] {
  const known = columns.flatMap(({ length, align, width, nulls }) =>
    width === null || nulls === null
      ? []
      : [
          {
            fixedBytes: length > 0 ? length : null,
            alignBytes: ALIGN_BYTES[align],
            meanBytes: width,
            nullShare: nulls,
          },
        ],
  )
  return known.length === columns.length ? known : null
}
