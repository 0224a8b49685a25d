import { describe, expect, it } from 'vitest'
import { isWrite } from '../../../../src/postgres/sql/is-write.js'
import { onlyStatement } from '../../../support/only-statement.js'

describe('isWrite', () => {
  it.each([
    'insert into t values (1)',
    'update t set a = 1',
    'delete from t',
    'merge into t using s on t.id = s.id when matched then delete',
    'with gone as (delete from t returning id) select * from gone',
    'with made as (insert into t values (1) returning id) select 1 union select id from made',
  ])('is true for %s', async (sql) => {
    expect(isWrite(await onlyStatement(sql))).toBe(true)
  })

  it.each(['select * from t', "select 'delete from t'", 'with a as (select 1) select * from a'])(
    'is false for %s',
    async (sql) => {
      expect(isWrite(await onlyStatement(sql))).toBe(false)
    },
  )
})
