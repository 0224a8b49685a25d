// Which tables row-level security guards, and how it is switched off.
import { quoteQualified } from '../identifiers.js'
import type { Session } from '../session.js'

export interface SecuredTable {
  readonly schema: string
  readonly name: string
}

const SECURED = /* sql */ `
select n.nspname as schema, c.relname as name
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p') and c.relrowsecurity
  and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
order by n.nspname, c.relname`

/** Tables of the database with row-level security enabled, partitions included, by schema and name. */
export async function listSecuredTables(session: Session): Promise<readonly SecuredTable[]> {
  const rows = await session.query(SECURED)
  return rows.map((row) => ({ schema: row['schema'] ?? '', name: row['name'] ?? '' }))
}

/** Statements for the tables' owner, to whom FORCE would apply the policies too; empty for no tables. */
export const switchOffRowSecurity = (tables: readonly SecuredTable[]): string =>
  tables
    .map(
      ({ schema, name }) =>
        `alter table ${quoteQualified(schema, name)} disable row level security, no force row level security`,
    )
    .join('; ')
