// A table as if it had only some of its indexes: the others are dropped inside a transaction that is rolled back, so that
// built indexes stand side by side and take turns. Settings and the application's role hold as long.
import { quoteIdentifier } from '../../postgres/identifiers.js'
import { withRollback } from '../../postgres/transaction.js'
import { LOAD_LIBRARY, setAndVerify } from './search-settings.js'
import type { SearchedTable } from '../searched-table.js'

export interface View {
  /** Names of the indexes that stay; the primary key always does. */
  readonly visible: readonly string[] | 'all'
  /** Until the end of the transaction, for the planner and for pgvector: names as SHOW has them. */
  readonly settings: Readonly<Record<string, string>>
}

/** Runs `work` in the view, as the application's role. Leaves nothing changed. */
export async function withView<T>(
  table: SearchedTable,
  { visible, settings }: View,
  work: () => Promise<T>,
): Promise<T> {
  const { session, role } = table
  // Outside of the transaction: loaded is loaded.
  await session.query(LOAD_LIBRARY)
  return withRollback(session, async () => {
    const hidden =
      visible === 'all' ? [] : (await indexNames(table)).filter((name) => !visible.includes(name))
    // Only the owner may drop, and the application's role is not.
    if (hidden.length > 0) await session.script(`drop index ${hidden.map(quoteIdentifier).join(', ')}`)
    await session.script(`set local role ${quoteIdentifier(role)}`)
    await setAndVerify(session, settings)
    return work()
  })
}

/** Indexes of the table and of its partitions, without primary keys. */
async function indexNames({ session, table }: SearchedTable): Promise<readonly string[]> {
  const rows = await session.query(
    `select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid
     where not i.indisprimary
       and (i.indrelid = $1::regclass or i.indrelid in (select relid from pg_partition_tree($1::regclass)))`,
    [quoteIdentifier(table)],
  )
  return rows.map((row) => row['name'] ?? '')
}
