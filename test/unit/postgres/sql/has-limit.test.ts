import { describe, expect, it } from 'vitest'
import { hasLimit } from '../../../../src/postgres/sql/has-limit.js'
import { onlyStatement } from '../../../support/only-statement.js'

describe('hasLimit', () => {
  it.each([
    'select * from t limit 10',
    'select * from t limit $1',
    'select * from t fetch first 3 rows only',
    'select * from t offset 5',
    '(select * from t limit 1) union all select 2',
    'select * from t, lateral (select * from s limit 3) x',
    'delete from t where id in (select id from t limit 5)',
  ])('is true for %s', async (sql) => {
    expect(hasLimit(await onlyStatement(sql))).toBe(true)
  })

  it.each(['select * from t', 'select * from t limit all', 'select "limit" from t'])(
    'is false for %s',
    async (sql) => {
      expect(hasLimit(await onlyStatement(sql))).toBe(false)
    },
  )
})
