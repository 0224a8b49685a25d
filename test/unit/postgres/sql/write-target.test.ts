import { expect, it } from 'vitest'
import { writeTarget } from '../../../../src/postgres/sql/write-target.js'
import { onlyStatement } from '../../../support/only-statement.js'

it.each([
  ['insert into t values ($1)', { operation: 'insert', schema: 'public', table: 't' }],
  ['update s.t set a = 1 where id = $1', { operation: 'update', schema: 's', table: 't' }],
  [
    'with old as (select 1) delete from t where id = $1',
    { operation: 'delete', schema: 'public', table: 't' },
  ],
  ['with gone as (delete from t returning *) select * from gone', undefined],
  ['select 1', undefined],
])('%s writes to %o', async (sql, target) => {
  expect(writeTarget(await onlyStatement(sql))).toEqual(target)
})
