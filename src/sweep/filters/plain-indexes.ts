// The B-trees that an application has on what it filters by: with them the planner has a choice, and the exact way is fast
// where few rows pass.
import { quoteIdentifier } from '../../postgres/identifiers.js'
import { dropIndexes } from '../indexes/build-index.js'
import type { SearchedTable } from '../searched-table.js'
import type { FilteredRows } from './filtered-rows.js'

export type PlainIndexes = Readonly<Record<FilteredRows['column'], string>>

/** They stand while `work` runs. */
export async function withPlainIndexes<T>(
  table: SearchedTable,
  work: (names: PlainIndexes) => Promise<T>,
): Promise<T> {
  const names: PlainIndexes = {
    tenant_id: `${table.table}_tenant_id`,
    category: `${table.table}_category`,
  }
  const relation = quoteIdentifier(table.table)
  for (const [column, name] of Object.entries(names)) {
    await table.session.script(
      `create index ${quoteIdentifier(name)} on ${relation} (${quoteIdentifier(column)})`,
    )
  }
  try {
    return await work(names)
  } finally {
    await dropIndexes(table, Object.values(names))
  }
}
