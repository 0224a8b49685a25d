import { expect, it } from 'vitest'
import { groupCases } from '../../../../src/sweep/filters/case-groups.js'
import type { ChosenCase } from '../../../../src/sweep/filters/choose-cases.js'
import { byPolicy } from '../../../../src/sweep/filters/tenant-policy.js'

const chosen = (
  name: string,
  column: 'tenant_id' | 'category',
  value: number,
  selectivity: number,
): ChosenCase => ({
  filter: { name, condition: '', by: 'where', selectivity, matching: 1, correlation: 'none' },
  rows: { column, values: [value] },
  queries: [0],
})

it('what a tenant is filtered by stands together, policies and categories alone; one tenant is the largest', () => {
  const small = chosen('tenant 1, with', 'tenant_id', 1, 0.01)
  const groups = groupCases([
    small,
    byPolicy(small) ?? small,
    chosen('tenant 2', 'tenant_id', 2, 0.1),
    chosen('category 1', 'category', 1, 0.3),
    chosen('tenant 3', 'tenant_id', 3, 0.1),
    chosen('tenant 1, against', 'tenant_id', 1, 0.01),
  ])
  const found = groups.map(({ tenant, cases }) => [tenant, cases.map(({ filter }) => filter.name)])
  expect(found).toEqual([
    [{ tenant: 1, share: 0.01, isHot: false }, ['tenant 1, with', 'tenant 1, against']],
    [null, ['tenant 1, with, by policy']],
    [{ tenant: 2, share: 0.1, isHot: true }, ['tenant 2']],
    [null, ['category 1']],
    [{ tenant: 3, share: 0.1, isHot: false }, ['tenant 3']],
  ])
})
