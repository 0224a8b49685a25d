// The table whose life is watched: a copy that fills bit by bit, as an application's does. Nothing vacuums it but what is
// told to.
import { at } from '../../model/at.js'
import { quoteIdentifier } from '../../postgres/identifiers.js'
import type { SearchedTable } from '../searched-table.js'
import { arrivalCondition, type Arrival, type LifeRows } from './life-rows.js'

/** Empty, and gone after `work`. */
export async function withLifeTable<T>(
  source: SearchedTable,
  work: (table: SearchedTable) => Promise<T>,
): Promise<T> {
  const { session, role } = source
  const table = { ...source, table: `${source.table}_life` }
  const name = quoteIdentifier(table.table)
  await session.script(
    `create table ${name} (like ${quoteIdentifier(source.table)}, primary key (id))
       with (autovacuum_enabled = off, toast.autovacuum_enabled = off)`,
  )
  try {
    await session.script(`grant select on ${name} to ${quoteIdentifier(role)}`)
    return await work(table)
  } finally {
    await session.script(`drop table ${name}`)
  }
}

/** The rows of an event come, through whatever indexes stand. */
export async function letArrive(
  { session, table }: SearchedTable,
  source: SearchedTable,
  arrival: Arrival,
  rows: LifeRows,
): Promise<void> {
  await session.script(
    `insert into ${quoteIdentifier(table)} select * from ${quoteIdentifier(source.table)}
     where ${arrivalCondition(arrival, rows)} order by id`,
  )
}

export async function deleteRows({ session, table }: SearchedTable, ids: readonly number[]): Promise<void> {
  await session.query(`delete from ${quoteIdentifier(table)} where id = any($1::bigint[])`, [
    `{${ids.join(',')}}`,
  ])
}

/** INDEX_CLEANUP ON: left to itself VACUUM skips the indexes while fewer than 2 % of the pages have dead rows. */
export const vacuum = ({ session, table }: SearchedTable): Promise<void> =>
  session.script(`vacuum (index_cleanup on, analyze) ${quoteIdentifier(table)}`)

/** So that the planner knows how many rows there are. */
export const analyze = ({ session, table }: SearchedTable): Promise<void> =>
  session.script(`analyze ${quoteIdentifier(table)}`)

export async function sizeNow(
  { session, table }: SearchedTable,
  indexName: string,
): Promise<{ readonly rows: number; readonly sizeBytes: number }> {
  const rows = await session.query(
    `select (select count(*) from ${quoteIdentifier(table)}) as rows, pg_relation_size($1::regclass) as bytes`,
    [quoteIdentifier(indexName)],
  )
  const row = at(rows, 0)
  return { rows: Number(row['rows']), sizeBytes: Number(row['bytes']) }
}
