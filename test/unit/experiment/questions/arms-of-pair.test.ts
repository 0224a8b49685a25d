import { describe, expect, it } from 'vitest'
import { armsOfPair } from '../../../../src/experiment/questions/arms-of-pair.js'
import { fakeSession } from '../../../support/fake-session.js'

const [original, clone] = [fakeSession(() => 1), fakeSession(() => 1)]
const migration = { applied: true, statements: [], indexes: [] }
const securedTables = [
  { schema: 'public', name: 'messages' },
  { schema: 'odd"schema', name: 'two words; drop' },
]
const parts = {
  arms: { before: { session: original, entry: 'drop index i' }, after: { session: clone, entry: '' } },
  migration,
  securedTables,
  subsets: [],
}

describe('the states of a closer look', () => {
  it('without the policies have every secured table opened, its name quoted', () => {
    const { before, after } = armsOfPair('policy', parts)
    expect(before.entry).toBe(
      'alter table "public"."messages" disable row level security, no force row level security; ' +
        'alter table "odd""schema"."two words; drop" disable row level security, no force row level security',
    )
    expect(after.entry).toBe('')
  })

  it('of plan modes differ in plan_cache_mode alone, for the transaction', () => {
    const { before, after } = armsOfPair('generic', parts)
    expect(before.entry).toBe('set local plan_cache_mode = force_custom_plan')
    expect(after.entry).toBe('set local plan_cache_mode = force_generic_plan')
  })

  it.each(['policy', 'generic'] as const)('of the pair %s are both the migrated database', (pair) => {
    const { before, after } = armsOfPair(pair, parts)
    expect([before.session, after.session]).toEqual([clone, clone])
  })
})
