// The filters that let one tenant through, by tenant: what is built for a tenant is built once.
import { at } from '../../model/at.js'
import type { ChosenCase } from './choose-cases.js'
import { tenantOf } from './filtered-rows.js'

export interface TenantCases {
  readonly tenant: number
  /** Of the rows. */
  readonly share: number
  readonly cases: readonly ChosenCase[]
}

/** The largest tenant first. */
export function casesByTenant(cases: readonly ChosenCase[]): readonly TenantCases[] {
  const byTenant = new Map<number, ChosenCase[]>()
  for (const chosen of cases) {
    const tenant = tenantOf(chosen.rows)
    if (tenant !== null) byTenant.set(tenant, [...(byTenant.get(tenant) ?? []), chosen])
  }
  return [...byTenant]
    .map(([tenant, own]) => ({ tenant, share: at(own, 0).filter.selectivity, cases: own }))
    .sort((a, b) => b.share - a.share)
}
