// Columns that several tables have: ids of rows and of the tenants they belong to.
import type { ColumnSource } from '../../src/model/dataset.js'
import { pooled, uuid } from '../lib/columns.js'
import type { Groups } from '../lib/groups.js'
import { hashInteger } from '../lib/hash-integer.js'
import { idOf, type Plan } from './plan.js'
import type { Owned } from './plan-tenants.js'

export const idColumn = (table: string): ColumnSource => uuid((row) => idOf(table, row))

export const tenantColumn = (plan: Plan, tenantOf: (row: number) => number): ColumnSource =>
  pooled('uuid', plan.tenantIds, tenantOf)

export const ownerColumn = (plan: Plan, { tenantOf }: Owned): ColumnSource =>
  tenantColumn(plan, (row) => tenantOf[row] ?? 0)

/** One of the tenant's rows, the first ones more often: a team has its talkers, a page its main widget. */
export function memberOf(groups: Groups, tenant: number, seed: number, row: number): number {
  const point = hashInteger(seed, row) / 0x1_0000_0000
  return groups.member(tenant, Math.floor(groups.size(tenant) * point * point))
}
