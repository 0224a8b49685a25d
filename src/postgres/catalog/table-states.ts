// What of every table can drift under a measurement: counts of maintenance, dead rows, visibility, statistics, storage.
import type { TableState } from '../../model/state.js'
import { quoteQualified } from '../identifiers.js'
import { isLockTimeout, lockTimeoutError } from '../lock-holders.js'
import type { Row, Session } from '../session.js'
import { withRollback } from '../transaction.js'

/** Every table outside of the system's schemas, partitioned ones included, by schema and name. */
export async function readTableStates(session: Session): Promise<readonly TableState[]> {
  const [senses] = await session.query(SENSES)
  const sql = tablesSql({ buffers: senses?.['buffers'] === 't', visibility: senses?.['visibility'] === 't' })
  const blind = await session.query(BLIND)
  const rows = blind.length === 0 ? await session.query(sql) : await unforced(session, blind, sql)
  return rows.map(tableState)
}

/** Both extensions belong to superusers, who may let others ask; cluster-server.ts does where it can. */
const SENSES = /* sql */ `
select has_table_privilege(to_regclass('public.pg_buffercache'), 'select') as buffers,
  has_function_privilege(to_regprocedure('public.pg_visibility_map_summary(regclass)'), 'execute') as visibility`

/** pg_stats hides a table from whoever its row-level security applies to; with FORCE that is the owner too. */
const BLIND = /* sql */ `
select n.nspname as schema, c.relname as name
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p') and c.relforcerowsecurity and row_security_active(c.oid)
  and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`

/** Reads with the force taken off, inside a transaction that is rolled back. */
async function unforced(session: Session, tables: readonly Row[], sql: string): Promise<readonly Row[]> {
  const alter = tables.map(
    ({ schema, name }) =>
      `alter table ${quoteQualified(schema ?? '', name ?? '')} no force row level security`,
  )
  try {
    return await withRollback(session, async () => {
      await session.script(alter.join('; '))
      return session.query(sql)
    })
  } catch (error) {
    if (!isLockTimeout(error)) throw error
    throw await lockTimeoutError(session, "reading the planner's statistics", error)
  }
}

interface Senses {
  readonly buffers: boolean
  readonly visibility: boolean
}

/** The functions behind pg_stat_all_tables: the view leaves out partitioned tables before PostgreSQL 14. */
const tablesSql = ({ buffers, visibility }: Senses): string => /* sql */ `
${buffers ? BUFFERED : ''}
select n.nspname || '.' || c.relname as "table",
  pg_stat_get_live_tuples(c.oid) as live, pg_stat_get_dead_tuples(c.oid) as dead,
  pg_stat_get_tuples_inserted(c.oid) + pg_stat_get_tuples_updated(c.oid) + pg_stat_get_tuples_deleted(c.oid) as written,
  pg_relation_size(c.oid) / current_setting('block_size')::bigint as pages,
  ${visibility ? VISIBLE : 'c.relallvisible'} as visible,
  ${buffers ? RESIDENT : 'null'} as resident,
  pg_stat_get_vacuum_count(c.oid) as vacuums, pg_stat_get_autovacuum_count(c.oid) as autovacuums,
  pg_stat_get_analyze_count(c.oid) as analyzes, pg_stat_get_autoanalyze_count(c.oid) as autoanalyzes,
  md5(concat_ws(' ', m.estimates, (select string_agg(s::text, ' ' order by s::text) from pg_stats s
    where s.schemaname = n.nspname and s.tablename = any (m.names)))) as statistics,
  m.storage
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
cross join lateral (
  select array_agg(r.relname) as names,
    string_agg(concat_ws(' ', r.oid, r.reltuples, r.relpages), ' ' order by r.oid) as estimates,
    md5(string_agg(concat_ws(' ', r.oid, pg_relation_filenode(r.oid)), ' ' order by r.oid)) as storage
  from pg_class r
  where r.oid = c.oid or r.oid in (select x.indexrelid from pg_index x where x.indrelid = c.oid)
) m
where c.relkind in ('r', 'm', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
order by n.nspname, c.relname`

const VISIBLE = /* sql */ `case c.relkind when 'p' then 0
    else (select v.all_visible from public.pg_visibility_map_summary(c.oid) v) end`

/** Fork 0 is the heap itself. */
const BUFFERED = /* sql */ `
with buffered as materialized (
  select relfilenode, count(*) as pages from public.pg_buffercache
  where relforknumber = 0
    and reldatabase = (select d.oid from pg_database d where d.datname = current_database())
  group by relfilenode
)`

const RESIDENT = `coalesce((select b.pages from buffered b where b.relfilenode = pg_relation_filenode(c.oid)), 0)`

const tableState = (row: Row): TableState => ({
  table: row['table'] ?? '',
  liveRows: Number(row['live']),
  deadRows: Number(row['dead']),
  writtenRows: Number(row['written']),
  pages: Number(row['pages']),
  visiblePages: Number(row['visible']),
  residentPages: row['resident'] === null ? null : Number(row['resident']),
  vacuums: Number(row['vacuums']),
  autovacuums: Number(row['autovacuums']),
  analyzes: Number(row['analyzes']),
  autoanalyzes: Number(row['autoanalyzes']),
  statistics: row['statistics'] ?? '',
  storage: row['storage'] ?? '',
})
