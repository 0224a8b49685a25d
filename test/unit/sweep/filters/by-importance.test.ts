import { expect, it } from 'vitest'
import { byImportance } from '../../../../src/sweep/filters/by-importance.js'
import type { ChosenCase } from '../../../../src/sweep/filters/choose-cases.js'
import type { FilteredRows } from '../../../../src/sweep/filters/filtered-rows.js'

const chosen = (name: string, column: FilteredRows['column'], selectivity: number): ChosenCase => ({
  filter: {
    name,
    condition: '',
    by: 'where',
    selectivity,
    matching: selectivity * 10_000,
    correlation: 'none',
  },
  rows: { column, values: [1] },
  queries: [0],
})

it('filters of about 1 % come first, then tenants, then the rest; tenants by policy, too', () => {
  const ordered = byImportance([
    chosen('wide', 'category', 0.3),
    chosen('tenant', 'tenant_id', 0.1),
    chosen('small', 'category', 0.012),
    chosen('hot', 'tenant_id', 0.3),
    chosen('tiny', 'category', 0.001),
    chosen('usual', 'tenant_id', 0.01),
  ])
  expect(ordered.map(({ filter }) => filter.name)).toEqual([
    'small',
    'usual',
    'usual, by policy',
    'tenant',
    'hot',
    'tenant, by policy',
    'hot, by policy',
    'wide',
    'tiny',
  ])
})
