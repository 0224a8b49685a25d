import { describe, expect, it } from 'vitest'
import { countParameters, missingParameters } from '../../../../src/postgres/sql/count-parameters.js'
import { onlyStatement } from '../../../support/only-statement.js'

describe('countParameters', () => {
  it.each([
    ["select 1, '$1', $$ $2 $$ -- $3", 0],
    ['select $1::int + $1', 1],
    ['with a as (select $3) select * from a where x = $2 union select 1 where $1', 3],
    ['insert into t values ($2, $1) on conflict do nothing', 2],
  ])('of %j is %i', async (sql, count) => {
    expect(countParameters(await onlyStatement(sql))).toBe(count)
  })
})

describe('missingParameters', () => {
  it('names the numbers that are skipped', async () => {
    expect(missingParameters(await onlyStatement('select $2, $5'))).toEqual([1, 3, 4])
    expect(missingParameters(await onlyStatement('select $2, $1'))).toEqual([])
  })
})
