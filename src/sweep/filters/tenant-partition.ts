// The table partitioned by tenant: a copy, for as long as it is needed. Only the tenant that is asked for is copied: of the
// others a plan for this one sees nothing.
import { quoteIdentifier } from '../../postgres/identifiers.js'
import type { SearchedTable } from '../searched-table.js'
import { nullIfCutOff, withStatementLimit } from '../search/statement-limit.js'

export interface TenantPartition {
  /** What is searched. */
  readonly parent: SearchedTable
  /** What indexes are built on; none stands there. */
  readonly partition: SearchedTable
}

/** It stands while `work` runs; null where a statement that makes it takes longer than that. */
export async function withTenantPartition<T>(
  table: SearchedTable,
  tenant: number,
  limitMs: number,
  work: (partition: TenantPartition | null) => Promise<T>,
): Promise<T> {
  const { session, role } = table
  const parent = { ...table, table: `${table.table}_by_tenant` }
  const partition = { ...table, table: `${parent.table}_${tenant}` }
  const name = quoteIdentifier(parent.table)
  const copy = async (): Promise<TenantPartition> => {
    for (const sql of [
      `create table ${quoteIdentifier(partition.table)} partition of ${name} for values in (${tenant})`,
      `insert into ${name} select * from ${quoteIdentifier(table.table)} where tenant_id = ${tenant}`,
      `grant select on ${name} to ${quoteIdentifier(role)}`,
      `vacuum (analyze) ${name}`,
    ])
      await session.script(sql)
    return { parent, partition }
  }
  await session.script(
    `create table ${name} (like ${quoteIdentifier(table.table)}) partition by list (tenant_id)`,
  )
  try {
    return await work(await nullIfCutOff(() => withStatementLimit(session, limitMs, copy)))
  } finally {
    await session.script(`drop table ${name}`)
  }
}
