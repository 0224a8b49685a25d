import { expect, it } from 'vitest'
import { lockOf } from '../../../../src/postgres/sql/lock-of.js'
import { onlyStatement } from '../../../support/only-statement.js'

it.each([
  ['create index i on t (a)', 'SHARE'],
  ['create unique index concurrently i on t (a)', 'SHARE UPDATE EXCLUSIVE'],
  ['drop index i', 'ACCESS EXCLUSIVE'],
  ['drop index concurrently i', 'SHARE UPDATE EXCLUSIVE'],
  [`set maintenance_work_mem = '1GB'`, null],
  ['analyze t', 'SHARE UPDATE EXCLUSIVE'],
  ['vacuum full t', 'ACCESS EXCLUSIVE'],
  ['reindex table concurrently t', 'SHARE UPDATE EXCLUSIVE'],
  ['reindex table t', 'SHARE'],
  ['alter table t set (fillfactor = 90)', 'SHARE UPDATE EXCLUSIVE'],
  ['alter table t add column a integer', 'ACCESS EXCLUSIVE'],
  ['select 1', null],
])('%s takes %s', async (sql, lock) => {
  expect(lockOf((await onlyStatement(sql)).node)).toBe(lock)
})
