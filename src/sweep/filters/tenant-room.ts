// Whether there is room on disk for what is built for one tenant.
import { quoteIdentifier } from '../../postgres/identifiers.js'
import { indexName } from '../indexes/index-name.js'
import type { Tenant } from './case-groups.js'
import { leaveOut, type Course } from './course.js'

const MEGABYTE = 2 ** 20

export interface TenantRoom {
  readonly partition: boolean
  readonly partialIndexes: boolean
}

/** A partition is a copy of the rows with indexes, and comes first; the largest tenant has partial indexes, too. */
export async function roomFor(course: Course, { tenant, share, isHot }: Tenant): Promise<TenantRoom> {
  const { heap, indexes } = await sizes(course)
  let left = course.options.diskBytes
  const fits = (what: string, bytes: number): boolean => {
    if (bytes > left) {
      const words = `${Math.ceil(bytes / MEGABYTE)} MB are needed, and ${Math.floor(left / MEGABYTE)} MB of disk are left`
      leaveOut(course, `${what}: ${words}`)
      return false
    }
    left -= bytes
    return true
  }
  return {
    partition: fits(`partition of tenant ${tenant}`, share * (heap + indexes)),
    partialIndexes: isHot && fits(`partial indexes of tenant ${tenant}`, share * indexes),
  }
}

/** Of the whole table, bytes. */
async function sizes({
  table: { session, table },
  tuned,
}: Course): Promise<{ readonly heap: number; readonly indexes: number }> {
  const names = tuned.map(({ index }) => quoteIdentifier(indexName(table, index, 1)))
  const [row] = await session.query(
    `select pg_table_size($1::regclass) as heap,
       (select coalesce(sum(pg_relation_size(name::regclass)), 0) from unnest($2::text[]) name) as indexes`,
    [quoteIdentifier(table), `{${names.map((name) => JSON.stringify(name)).join(',')}}`],
  )
  return { heap: Number(row?.['heap']), indexes: Number(row?.['indexes']) }
}
