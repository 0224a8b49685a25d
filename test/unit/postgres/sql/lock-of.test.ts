import { expect, it } from 'vitest'
import { lockOf } from '../../../../src/postgres/sql/lock-of.js'
import { onlyStatement } from '../../../support/only-statement.js'

it.each([
  ['create index i on t (a)', 'SHARE'],
  ['create unique index concurrently i on t (a)', 'SHARE UPDATE EXCLUSIVE'],
  ['drop index i', 'ACCESS EXCLUSIVE'],
  ['drop index concurrently i', 'SHARE UPDATE EXCLUSIVE'],
  [`set maintenance_work_mem = '1GB'`, null],
  ['analyze t', null],
])('%s takes %s', async (sql, lock) => {
  expect(lockOf((await onlyStatement(sql)).node)).toBe(lock)
})
