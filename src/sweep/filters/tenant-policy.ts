// The filter as a policy: what a WHERE would say is added to every query of the application's role, and no query shows it.
import type { FilterCase } from '../../model/vectors/filter-evidence.js'
import { quoteIdentifier } from '../../postgres/identifiers.js'
import type { Search } from '../search/measure-search.js'
import type { SearchedTable } from '../searched-table.js'
import type { ChosenCase } from './choose-cases.js'
import { conditionOf, tenantOf } from './filtered-rows.js'

type Filtering = Pick<Search, 'filter' | 'settings'>

const SETTING = 'app.tenant'
const CONDITION = `tenant_id = current_setting('${SETTING}')::integer`
const POLICY = 'own_tenant'

/** The same rows and queries, seen through the policy; null where the filter is not one tenant. */
export function byPolicy({ filter, rows, queries }: ChosenCase): ChosenCase | null {
  if (tenantOf(rows) === null) return null
  const policed: FilterCase = {
    ...filter,
    name: `${filter.name}, by policy`,
    condition: CONDITION,
    by: 'row-level security',
  }
  return { filter: policed, rows, queries }
}

/** How a search is kept to the rows of the case: by its own condition, or by the policy, whose tenant is a setting. */
export const filteringOf = ({ filter, rows }: ChosenCase): Filtering =>
  filter.by === 'where'
    ? { filter: conditionOf(rows), settings: {} }
    : { filter: null, settings: { [SETTING]: String(tenantOf(rows)) } }

/** Row-level security is on while `work` runs. It holds for the application's role, and not for the owner. */
export async function withTenantPolicy<T>(
  { session, table }: SearchedTable,
  work: () => Promise<T>,
): Promise<T> {
  const name = quoteIdentifier(table)
  await session.script(
    `create policy ${POLICY} on ${name} using (${CONDITION}); alter table ${name} enable row level security`,
  )
  try {
    return await work()
  } finally {
    await session.script(`alter table ${name} disable row level security; drop policy ${POLICY} on ${name}`)
  }
}
