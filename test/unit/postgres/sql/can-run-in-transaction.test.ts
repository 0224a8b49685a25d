import { describe, expect, it } from 'vitest'
import { canRunInTransaction } from '../../../../src/postgres/sql/can-run-in-transaction.js'
import { onlyStatement } from '../../../support/only-statement.js'

describe('canRunInTransaction', () => {
  it.each([
    'create index concurrently i on t (a)',
    'drop index concurrently i',
    'reindex index concurrently i',
    'reindex database d',
    'alter table t detach partition p concurrently',
    'vacuum t',
    'alter system set work_mem = 1',
    'create database d',
    'drop database d',
    'cluster',
    'discard all',
    "commit prepared 'x'",
  ])('is false for %s', async (sql) => {
    expect(canRunInTransaction(await onlyStatement(sql))).toBe(false)
  })

  it.each([
    'create index i on t (a)',
    'drop index i',
    'reindex index i',
    'alter table t detach partition p',
    'refresh materialized view concurrently v',
    'analyze t',
    'cluster t using i',
    'discard plans',
    "select 'concurrently'",
  ])('is true for %s', async (sql) => {
    expect(canRunInTransaction(await onlyStatement(sql))).toBe(true)
  })
})
