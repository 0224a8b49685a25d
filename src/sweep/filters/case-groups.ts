// Filters that are measured together: those by WHERE for one tenant, because what is built for a tenant is built once.
import { at } from '../../model/at.js'
import type { ChosenCase } from './choose-cases.js'
import { tenantOf } from './filtered-rows.js'

export interface Tenant {
  readonly tenant: number
  /** Of the rows. */
  readonly share: number
  /** The largest: nobody keeps a partial index for each of many tenants. */
  readonly isHot: boolean
}

export interface CaseGroup {
  /** For whom indexes are built; null where none can be: categories, and policies, which no query shows. */
  readonly tenant: Tenant | null
  /** At least one. */
  readonly cases: readonly ChosenCase[]
}

/** In the order of their first cases. */
export function groupCases(cases: readonly ChosenCase[]): readonly CaseGroup[] {
  const groups = new Map<string, ChosenCase[]>()
  for (const chosen of cases) {
    const key = tenantToBuildFor(chosen) ?? chosen.filter.name
    groups.set(String(key), [...(groups.get(String(key)) ?? []), chosen])
  }
  const ofTenants = cases.filter((chosen) => tenantToBuildFor(chosen) !== null)
  const largest = Math.max(...ofTenants.map(({ filter }) => filter.selectivity))
  return [...groups.values()].map((own) => {
    const { filter, rows } = at(own, 0)
    const share = filter.selectivity
    const tenant = tenantToBuildFor({ filter, rows })
    return { tenant: tenant === null ? null : { tenant, share, isHot: share === largest }, cases: own }
  })
}

const tenantToBuildFor = ({ filter, rows }: Pick<ChosenCase, 'filter' | 'rows'>): number | null =>
  filter.by === 'where' ? tenantOf(rows) : null
