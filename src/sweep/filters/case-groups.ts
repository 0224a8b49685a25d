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
  const hot = largestTenant(cases)
  return [...groups.values()].map((own) => {
    const first = at(own, 0)
    const tenant = tenantToBuildFor(first)
    const share = first.filter.selectivity
    return { tenant: tenant === null ? null : { tenant, share, isHot: tenant === hot }, cases: own }
  })
}

/** The first of those with the most rows. */
function largestTenant(cases: readonly ChosenCase[]): number | null {
  const ofTenants = cases.filter((chosen) => tenantToBuildFor(chosen) !== null)
  const [largest] = ofTenants.toSorted((a, b) => b.filter.selectivity - a.filter.selectivity)
  return largest === undefined ? null : tenantToBuildFor(largest)
}

const tenantToBuildFor = ({ filter, rows }: ChosenCase): number | null =>
  filter.by === 'where' ? tenantOf(rows) : null
