import { describe, expect, it } from 'vitest'
import { allocateVisit, runVisit, visitSize } from '../../../src/measure/visit.js'
import { StatementTimeoutError } from '../../../src/postgres/statement-timeout-error.js'
import { fakeDatabaseError, fakeSession } from '../../support/fake-session.js'
import { measuredQuery } from '../../support/measured-query.js'

describe('the size of a visit', () => {
  it.each([
    [0.2e6, { discard: 1, keep: 10 }],
    [1e6, { discard: 1, keep: 10 }],
    [3e6, { discard: 1, keep: 3 }],
    [6e6, { discard: 1, keep: 2 }],
    [500e6, { discard: 1, keep: 2 }],
    [501e6, { discard: 0, keep: 1 }],
  ])('for a latency of %d ns is %o', (medianNs, size) => {
    expect(visitSize(medianNs)).toEqual(size)
  })
})

describe('the sizes of the visits of two arms', () => {
  const kept = (beforeMs: number, afterMs: number): readonly number[] => [
    allocateVisit(beforeMs * 1e6, afterMs * 1e6).keep,
    allocateVisit(afterMs * 1e6, beforeMs * 1e6).keep,
  ]

  it.each([
    ['the same', 10, 10, [2, 2]],
    ['a ratio of 3', 30, 10, [2, 2]],
    ['a ratio near 1 across two milliseconds', 2.1, 1.9, [5, 5]],
    ['the same, lower', 0.98, 0.99, [10, 10]],
    ['a ratio near 1 across half a second', 520, 490, [1, 1]],
    ['a ratio of 4: twice as many', 40, 10, [2, 4]],
    ['a ratio of 4, slower', 10, 40, [4, 2]],
    ['a ratio of 20', 40, 2, [2, 9]],
    ['a ratio of 20 under a millisecond', 10, 0.5, [2, 10]],
    ['a ratio of 9 under a millisecond', 0.9, 0.1, [10, 30]],
    ['a ratio of 100', 100, 1, [2, 20]],
    ['a ratio of 1000: ten times as many', 400, 0.4, [2, 20]],
    ['over half a second', 10_000, 50, [1, 10]],
    ['over half a second in both', 6000, 600, [1, 3]],
    ['a warm-up that failed', 0, 40, [10, 2]],
    ['warm-ups that failed', 0, 0, [10, 10]],
  ])('for %s (%d and %d ms) are %o', (_, beforeMs, afterMs, expected) => {
    expect(kept(beforeMs, afterMs)).toEqual(expected)
  })

  it('keep the discards of their own latency where the ratio is large', () => {
    expect(allocateVisit(600e6, 1e6)).toEqual({ discard: 0, keep: 1 })
    expect(allocateVisit(1e6, 600e6)).toEqual({ discard: 1, keep: 10 })
  })
})

describe('a visit', () => {
  it('drops indexes as their owner before it takes on the role, the settings and the tenant', async () => {
    const session = fakeSession(() => 1)
    const row = { cohort: 'tail', tenant: `o'5`, hit: true, values: [] }
    const query = measuredQuery({ role: 'we"ird', settings: { 'ivfflat.probes': '10' } })
    const statement = (await session.prepare('q')).bind([])
    await runVisit({ session, entry: 'drop index "i"' }, query, row, statement, { discard: 0, keep: 1 })
    expect(session.log[1]).toBe(
      `script: begin; select pg_current_xact_id(); drop index "i"; set local role "we""ird"; ` +
        `select set_config('ivfflat.probes', '10', true); select set_config('app.tenant_id', 'o''5', true)`,
    )
  })

  it('ends at an execution that was cut off, and keeps it though it would have been discarded', async () => {
    const session = fakeSession(() => new StatementTimeoutError(fakeDatabaseError('57014', 'cancelled'), 2e9))
    const statement = (await session.prepare('q')).bind([])
    const query = measuredQuery()
    const row = { cohort: 'tail', tenant: null, hit: true, values: [] }
    const arm = { session, entry: '' }
    expect(await runVisit(arm, query, row, statement, { discard: 1, keep: 10 })).toEqual([
      { kept: true, durationNs: 2e9, rows: 0, censored: true },
    ])
    expect(session.log.at(-1)).toBe('script: rollback')
  })

  it('rolls back when an execution throws something that is no database error', async () => {
    const session = fakeSession(() => {
      throw new Error('aborted')
    })
    const statement = (await session.prepare('q')).bind([])
    const query = measuredQuery()
    const row = { cohort: 'tail', tenant: null, hit: true, values: [] }
    await expect(
      runVisit({ session, entry: '' }, query, row, statement, { discard: 0, keep: 1 }),
    ).rejects.toThrow('aborted')
    expect(session.log.at(-1)).toBe('script: rollback')
  })
})
