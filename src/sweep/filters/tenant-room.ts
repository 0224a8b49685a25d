// Whether there is room on disk for what is built for one tenant.
import { quoteIdentifier } from '../../postgres/identifiers.js'
import { indexName } from '../indexes/index-name.js'
import type { Tenant } from './case-groups.js'
import type { Course } from './course.js'

/** In words what is missing; null where there is room: for a copy of the rows with indexes, and of a hot tenant partial ones. */
export async function roomFor(
  { table: { session, table }, tuned, options: { diskBytes } }: Course,
  { share, isHot }: Tenant,
): Promise<string | null> {
  const names = tuned.map(({ index }) => quoteIdentifier(indexName(table, index, 1)))
  const [row] = await session.query(
    `select pg_table_size($1::regclass) as heap,
       (select coalesce(sum(pg_relation_size(name::regclass)), 0) from unnest($2::text[]) name) as indexes`,
    [quoteIdentifier(table), `{${names.map((name) => JSON.stringify(name)).join(',')}}`],
  )
  const bytes = share * (Number(row?.['heap']) + Number(row?.['indexes']) * (isHot ? 2 : 1))
  if (bytes <= diskBytes) return null
  const megabytes = (size: number): string => `${Math.ceil(size / 2 ** 20)} MB`
  return `they take about ${megabytes(bytes)}, and ${megabytes(diskBytes)} of disk are left`
}
