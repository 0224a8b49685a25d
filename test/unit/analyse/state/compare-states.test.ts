import { describe, expect, it } from 'vitest'
import { compareStates } from '../../../../src/analyse/state/compare-states.js'
import type { StateReading } from '../../../../src/model/evidence.js'
import type { TableState } from '../../../../src/model/state.js'
import { makeReading, makeTableState } from '../../../support/state-reading.js'

const MIGRATED = new Set(['public.messages_timeline_idx'])

const failure = (end: Partial<StateReading>, start: Partial<StateReading> = {}) =>
  compareStates(makeReading('start', start), makeReading('end', end), MIGRATED)

const withMessages = (changes: Partial<TableState>): Partial<StateReading> => ({
  tables: [makeTableState('public.messages', changes), makeTableState('public.users')],
})

describe('the state of a database between two readings', () => {
  it('holds where nothing happened, or only rows were written and a checkpoint ran', () => {
    expect(failure({})).toBeNull()
    expect(
      failure({ checkpoints: 6, ...withMessages({ deadRows: 900, writtenRows: 1900, pages: 120 }) }),
    ).toBe(null)
  })

  it.each([
    ['analyzes', 'statistics drifted', 'ANALYZE ran on table messages'],
    ['autoanalyzes', 'statistics drifted', 'an automatic ANALYZE ran on table messages'],
    ['vacuums', 'vacuumed while measured', 'VACUUM ran on table messages'],
    ['autovacuums', 'vacuumed while measured', 'autovacuum ran on table messages'],
  ] as const)('fails when %s were counted', (count, detail, reason) => {
    expect(failure(withMessages({ [count]: 7 }))).toEqual({
      detail,
      reason: `${reason}, while the block "reads" was measured`,
    })
  })

  it('fails when the counts went back: somebody reset them', () => {
    expect(failure(withMessages({ analyzes: 0 }))).toMatchObject({ detail: 'statistics drifted' })
  })

  it('fails when the planner knows something else, though nothing was counted', () => {
    expect(failure(withMessages({ statistics: 'other' }))).toEqual({
      detail: 'statistics drifted',
      reason: `the planner's statistics of table messages changed, while the block "reads" was measured`,
    })
  })

  it('blames a VACUUM for the statistics it changed', () => {
    expect(failure(withMessages({ statistics: 'other', vacuums: 3 }))).toMatchObject({
      detail: 'vacuumed while measured',
    })
  })

  it('fails when maintenance is still under way, and so not counted yet', () => {
    const maintenance = (kind: 'VACUUM' | 'ANALYZE') => ({ maintenance: [{ kind, table: 'public.users' }] })
    expect(failure(maintenance('VACUUM'))).toEqual({
      detail: 'vacuumed while measured',
      reason: 'VACUUM was under way on table users, while the block "reads" was measured',
    })
    expect(failure({}, maintenance('ANALYZE'))).toMatchObject({ detail: 'statistics drifted' })
  })

  it('fails when a table or one of its indexes was rebuilt, made or dropped', () => {
    expect(failure(withMessages({ storage: 'other' }))).toMatchObject({
      detail: 'tables rebuilt',
      reason: expect.stringContaining('table messages, or an index of it, was rebuilt, made or dropped'),
    })
    expect(failure({ tables: [makeTableState('public.messages')] })).toMatchObject({
      detail: 'tables rebuilt',
      reason: expect.stringContaining('table users'),
    })
  })

  it('fails when an index of the migration is not valid at either end', () => {
    const invalid = { unusableIndexes: ['public.messages_timeline_idx'] }
    const expected = {
      detail: 'index invalid',
      reason: 'index messages_timeline_idx was not valid, or gone, while the block "reads" was measured',
    }
    expect(failure(invalid)).toEqual(expected)
    expect(failure(invalid, invalid)).toEqual(expected)
  })

  it('fails when another index becomes invalid, but not for one that always was', () => {
    const invalid = { unusableIndexes: ['public.users_key'] }
    expect(failure(invalid)).toMatchObject({ detail: 'index invalid' })
    expect(failure(invalid, invalid)).toBeNull()
  })

  it('names the arm where each has a database of its own, and no more than three tables', () => {
    const tables = ['a', 'b', 'c', 'd', 'e'].map((name) => makeTableState(`public.${name}`))
    const analysed = tables.map((table) => ({ ...table, analyzes: 9 }))
    expect(failure({ database: 'after', tables: analysed }, { database: 'after', tables })).toEqual({
      detail: 'statistics drifted',
      reason:
        'ANALYZE ran on tables a, b, c and 2 more, while the block "reads" was measured (the database of the arm after)',
    })
  })
})
