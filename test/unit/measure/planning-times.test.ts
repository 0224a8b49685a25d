import { describe, expect, it } from 'vitest'
import { measurePlanning } from '../../../src/measure/planning-times.js'
import type { Session } from '../../../src/postgres/session.js'
import { fakeSession } from '../../support/fake-session.js'
import { measuredQuery } from '../../support/measured-query.js'

const planned = (planningMs: number): string =>
  JSON.stringify([
    { Plan: { 'Node Type': 'Result', 'Plan Rows': 1, 'Total Cost': 0 }, 'Planning Time': planningMs },
  ])

describe('measuring planning', () => {
  it('leaves a query alone whose plan is kept from one execution to the next', async () => {
    const session = fakeSession(() => 1)
    const arms = { before: { session, entry: 'drop index x' }, after: { session, entry: '' } }
    for (const planMode of ['generic', 'automatic'] as const) {
      expect(await measurePlanning(arms, measuredQuery({ planMode }))).toEqual({ before: [], after: [] })
    }
    expect(session.log).toEqual([])
  })

  it('lets the arms take turns, and discards the first of each visit', async () => {
    const log: string[] = []
    let arm = ''
    const session: Session = {
      ...fakeSession(() => 1),
      script: (sql) => {
        if (sql.startsWith('begin')) log.push((arm = sql.includes('drop index') ? 'before' : 'after'))
        return Promise.resolve()
      },
      query: (sql) => {
        expect(sql).toBe('explain (summary on, format json) select 1')
        const isFirst = log.at(-1) !== 'planned'
        log.push('planned')
        return Promise.resolve([{ 'QUERY PLAN': planned(isFirst ? 99 : arm === 'before' ? 0.2 : 0.3) }])
      },
    }
    const arms = { before: { session, entry: 'drop index x' }, after: { session, entry: '' } }
    const times = await measurePlanning(arms, measuredQuery())
    expect(log.filter((entry) => entry !== 'planned')).toEqual(['before', 'after', 'after', 'before'])
    expect(times.before).toEqual(Array.from({ length: 10 }, () => 0.2))
    expect(times.after).toEqual(Array.from({ length: 10 }, () => 0.3))
  })
})
