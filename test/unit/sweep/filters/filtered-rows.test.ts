import { describe, expect, it } from 'vitest'
import { conditionOf, filterText, passes, tenantOf } from '../../../../src/sweep/filters/filtered-rows.js'

const tenant = { column: 'tenant_id', values: [7] } as const
const categories = { column: 'category', values: [3, 12] } as const

describe('a filter', () => {
  it('is a condition whose values are bound', () => {
    expect(conditionOf(tenant)).toEqual({ condition: 'tenant_id = $2::integer', values: ['7'] })
    expect(conditionOf(categories)).toEqual({
      condition: 'category = any($2::integer[])',
      values: ['{3,12}'],
    })
  })

  it('asks a row the same', () => {
    expect(passes(tenant, { tenant: 7, category: 1 })).toBe(true)
    expect(passes(tenant, { tenant: 1, category: 7 })).toBe(false)
    expect(passes(categories, { tenant: 1, category: 12 })).toBe(true)
    expect(passes(categories, { tenant: 12, category: 1 })).toBe(false)
  })

  it('has a name, and is one tenant or is not', () => {
    expect([tenant, categories].map(filterText)).toEqual(['tenant 7', '2 categories'])
    expect([tenant, categories].map(tenantOf)).toEqual([7, null])
    expect(tenantOf({ column: 'tenant_id', values: [7, 8] })).toBeNull()
  })
})
