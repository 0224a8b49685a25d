// Tables with what is counted of them. Partitions stand for themselves; the table above them holds nothing.
import type { TableFacts } from '../../../model/inspection-facts.js'
import type { Row, Session } from '../../session.js'
import { quotedName } from '../index-shapes.js'
import { momentSql, numberIn, numberOrNull, usersOnly } from './values.js'

const TABLES = /* sql */ `
select c.oid::text as oid, ${quotedName('n', 'c')} as "table", pg_relation_size(c.oid) as heap,
  pg_table_size(c.oid) as size, pg_indexes_size(c.oid) as index_size,
  case when c.reltuples >= 0 and (c.relpages > 0 or s.last_vacuum is not null or s.last_autovacuum is not null
    or s.last_analyze is not null or s.last_autoanalyze is not null) then c.reltuples::float8 end as rows,
  s.n_live_tup as live, s.n_dead_tup as dead, s.n_mod_since_analyze as modified,
  s.seq_scan, s.seq_tup_read, s.idx_scan,
  i.heap_blks_hit, i.heap_blks_read, i.idx_blks_hit, i.idx_blks_read,
  ${momentSql('greatest(s.last_vacuum, s.last_autovacuum)')} as vacuumed,
  ${momentSql('greatest(s.last_analyze, s.last_autoanalyze)')} as analyzed,
  case when c.relfrozenxid <> '0'::xid then age(c.relfrozenxid) else 0 end as age,
  array_to_json(coalesce(c.reloptions, '{}')) as options
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
left join pg_stat_all_tables s on s.relid = c.oid
left join pg_statio_all_tables i on i.relid = c.oid
where c.relkind in ('r', 'm') and ${usersOnly('n')}
order by pg_table_size(c.oid) desc, n.nspname, c.relname`

export async function readTables(session: Session): Promise<TableFacts[]> {
  const rows = await session.query(TABLES)
  // Dropped by someone else since the catalog was read: such a relation has no size.
  return rows.filter((row) => row['size'] !== null).map(tableFacts)
}

const tableFacts = (row: Row): TableFacts => ({
  oid: row['oid'] ?? '',
  table: row['table'] ?? '',
  heapBytes: numberIn(row, 'heap'),
  tableBytes: numberIn(row, 'size'),
  indexBytes: numberIn(row, 'index_size'),
  rowsAtStatistics: numberOrNull(row['rows']),
  liveRows: numberIn(row, 'live'),
  deadRows: numberIn(row, 'dead'),
  modifiedSinceAnalyze: numberIn(row, 'modified'),
  sequentialScans: numberIn(row, 'seq_scan'),
  sequentialRows: numberIn(row, 'seq_tup_read'),
  indexScans: numberIn(row, 'idx_scan'),
  heapHits: numberIn(row, 'heap_blks_hit'),
  heapReads: numberIn(row, 'heap_blks_read'),
  indexHits: numberIn(row, 'idx_blks_hit'),
  indexReads: numberIn(row, 'idx_blks_read'),
  lastVacuumAt: row['vacuumed'] ?? null,
  lastAnalyzeAt: row['analyzed'] ?? null,
  transactionAge: numberIn(row, 'age'),
  options: JSON.parse(row['options'] ?? '[]') as string[],
})
