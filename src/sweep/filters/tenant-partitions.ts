// The table partitioned by tenant: a copy, for as long as it is needed. Only the tenants that are asked for are copied: of
// the others a plan for one tenant sees nothing.
import { quoteIdentifier } from '../../postgres/identifiers.js'
import type { SearchedTable } from '../searched-table.js'

export interface TenantPartitions {
  readonly parent: SearchedTable
  /** The table of one tenant; no index stands on it. */
  readonly partitionOf: (tenant: number) => SearchedTable
}

export async function withTenantPartitions<T>(
  table: SearchedTable,
  tenants: readonly number[],
  work: (partitions: TenantPartitions) => Promise<T>,
): Promise<T> {
  const { session } = table
  const parent = { ...table, table: `${table.table}_by_tenant` }
  const partitionOf = (tenant: number): SearchedTable => ({ ...table, table: `${parent.table}_${tenant}` })
  const name = quoteIdentifier(parent.table)
  await session.script(
    `create table ${name} (like ${quoteIdentifier(table.table)}) partition by list (tenant_id)`,
  )
  try {
    for (const tenant of tenants) {
      const partition = quoteIdentifier(partitionOf(tenant).table)
      await session.script(`create table ${partition} partition of ${name} for values in (${tenant})`)
    }
    await session.script(
      `insert into ${name} select * from ${quoteIdentifier(table.table)} where tenant_id in (${tenants.join(', ')})`,
    )
    await session.script(`grant select on ${name} to ${quoteIdentifier(table.role)}`)
    await session.script(`vacuum (analyze) ${name}`)
    return await work({ parent, partitionOf })
  } finally {
    await session.script(`drop table ${name}`)
  }
}

/** Bytes that a copy of this share of the rows takes at most, with an index on it. */
export async function partitionBytes(
  { session, table }: SearchedTable,
  share: number,
  indexName: string,
): Promise<number> {
  const [row] = await session.query(
    `select pg_table_size($1::regclass) + pg_relation_size($2::regclass) as bytes`,
    [quoteIdentifier(table), quoteIdentifier(indexName)],
  )
  return Math.ceil(Number(row?.['bytes']) * share)
}
