// The plans of an arm with fresh statistics, which are forgotten afterwards: ANALYZE may run in a transaction, and what
// it writes to pg_statistic is rolled back with it. (Row and page counts in pg_class are overwritten in place and stay,
// so nothing is measured after this.)
import { at } from '../model/at.js'
import type { Explain } from '../model/plan.js'
import { quoteQualified } from '../postgres/identifiers.js'
import type { Session } from '../postgres/session.js'
import { armSettings, type Arm } from './arms.js'
import { parseExplain, representativeRows } from './explain.js'
import type { MeasuredQuery } from './measured-query.js'

export interface Replanned {
  readonly query: MeasuredQuery
  /** Index into the query's parameter rows. */
  readonly row: number
  readonly explain: Explain
}

/**
 * Plans, without executing, the rows of every query that were explained when they were checked. Queries whose plans are not
 * made for their parameters are left out: EXPLAIN of a text always makes one that is.
 */
export async function replan(
  { session, entry }: Arm,
  queries: readonly MeasuredQuery[],
): Promise<readonly Replanned[]> {
  const tables = await ownTables(session)
  const replanned: Replanned[] = []
  try {
    await session.script(['begin', ...(entry === '' ? [] : [entry])].join('; '))
    if (tables.length > 0) await session.script(`analyze ${tables.join(', ')}`)
    for (const query of queries.filter(({ planMode }) => planMode === 'custom')) {
      for (const row of representativeRows(query)) {
        const explain = await planAs(session, query, row)
        replanned.push({ query, row, explain })
      }
    }
  } finally {
    await session.script('rollback')
  }
  return replanned
}

/** Role and settings end with the savepoint: the next query has its own. */
async function planAs(session: Session, query: MeasuredQuery, index: number): Promise<Explain> {
  const row = at(query.rows, index)
  await session.script(['savepoint replan', ...armSettings(query, row)].join('; '))
  const [result] = await session.query(`explain (format json) ${query.sql}`, row.values)
  await session.script('rollback to savepoint replan')
  return parseExplain(result, query)
}

async function ownTables(session: Session): Promise<readonly string[]> {
  const rows = await session.query(OWN_TABLES)
  return rows.map(({ schema, name }) => quoteQualified(schema ?? '', name ?? ''))
}

/** A partition is analysed with the table above it. */
const OWN_TABLES = `
select n.nspname as schema, c.relname as name
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'm') and not c.relispartition and c.relpersistence <> 't'
  and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
  and pg_has_role(c.relowner, 'usage')
order by 1, 2`
