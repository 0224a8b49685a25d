import { describe, expect, it } from 'vitest'
import { dropStatement } from '../../../src/migrate/toggle.js'

describe('dropStatement', () => {
  it('drops every index in one statement, with quoted names', () => {
    const indexes = [
      { schema: 'public', name: 'a_idx' },
      { schema: 'My "schema"', name: 'B' },
    ]
    expect(dropStatement(indexes)).toBe('drop index "public"."a_idx", "My ""schema"""."B"')
  })

  it('is empty for no index', () => {
    expect(dropStatement([])).toBe('')
  })
})
