// The statements that took the most time, by the extension pg_stat_statements.
import type { StatementFacts } from '../../../model/inspection-facts.js'
import { quoteQualified } from '../../identifiers.js'
import type { Row, Session } from '../../session.js'
import { OWN_MARK } from './own-statements.js'
import { numberIn } from './values.js'

export interface SeenStatements {
  readonly statements: readonly StatementFacts[]
  /** How many more there are that the role may not read. */
  readonly hidden: number
}

const MOST = 25
const LONGEST_TEXT = 10_000

// Only what has its constants taken out: before PostgreSQL 16 a CREATE ROLE stands there with its password.
const statementsSql = (view: string): string => /* sql */ `
select left(s.query, ${LONGEST_TEXT}) as query, s.calls, s.total_exec_time as total, s.mean_exec_time as mean, s.rows,
  s.shared_blks_hit as hits, s.shared_blks_read as reads
from ${view} s
where s.dbid = (select d.oid from pg_database d where d.datname = current_database())
  and s.query ~* '^\\s*(/\\*.*?\\*/\\s*|--[^\\n]*\\n\\s*)*(select|insert|update|delete|merge|with)\\M'
  and position('${OWN_MARK}' in s.query) = 0
order by s.total_exec_time desc
limit ${MOST}`

const SCHEMA = /* sql */ `
select n.nspname as schema from pg_extension e join pg_namespace n on n.oid = e.extnamespace
where e.extname = 'pg_stat_statements'`

/** Statements of other users have no text for a role without pg_read_all_stats. */
const hiddenSql = (view: string): string => /* sql */ `
select count(*) as hidden from ${view} s
where s.dbid = (select d.oid from pg_database d where d.datname = current_database())
  and s.query = '<insufficient privilege>'`

/** Null where the extension is not installed. Throws DatabaseError where it may not be read, or is not loaded. */
export async function readStatements(session: Session): Promise<SeenStatements | null> {
  const [extension] = await session.query(SCHEMA)
  if (extension === undefined) return null
  const view = quoteQualified(extension['schema'] ?? '', 'pg_stat_statements')
  const [count = {}] = await session.query(hiddenSql(view))
  const rows = await session.query(statementsSql(view))
  return { statements: rows.map(statementFacts), hidden: numberIn(count, 'hidden') }
}

const statementFacts = (row: Row): StatementFacts => ({
  query: row['query'] ?? '',
  calls: numberIn(row, 'calls'),
  totalMs: numberIn(row, 'total'),
  meanMs: numberIn(row, 'mean'),
  rows: numberIn(row, 'rows'),
  hits: numberIn(row, 'hits'),
  reads: numberIn(row, 'reads'),
})
