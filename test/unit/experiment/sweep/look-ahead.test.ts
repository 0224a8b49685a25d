import { describe, expect, it } from 'vitest'
import { usualTenant } from '../../../../src/experiment/sweep/look-ahead.js'

describe('the tenant that searches are looked at for', () => {
  it('is the one in the middle by size', () => {
    const tenants = Int32Array.of(1, 1, 1, 1, 1, 1, 2, 2, 3, 3)
    expect(usualTenant({ rowCount: 10, tenants })).toEqual([0.2])
  })

  it('is none where there is one tenant, or no row', () => {
    expect(usualTenant({ rowCount: 3, tenants: Int32Array.of(4, 4, 4) })).toEqual([])
    expect(usualTenant({ rowCount: 0, tenants: new Int32Array() })).toEqual([])
  })
})
