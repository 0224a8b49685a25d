import { describe, expect, it } from 'vitest'
import type { Arms } from '../../../src/measure/arms.js'
import { explainQuery } from '../../../src/measure/explain.js'
import type { Session } from '../../../src/postgres/session.js'
import { fakeDatabaseError, fakeSession } from '../../support/fake-session.js'
import { measuredQuery } from '../../support/measured-query.js'

const PLAN = JSON.stringify([{ Plan: { 'Node Type': 'Result', 'Plan Rows': 1, 'Total Cost': 0 } }])

/** A server that takes EXPLAIN commands as `takes` says. */
function explaining(takes: (sql: string) => boolean): { session: Session; asked: string[] } {
  const asked: string[] = []
  const query: Session['query'] = (sql) => {
    asked.push(sql)
    if (takes(sql)) return Promise.resolve([{ 'QUERY PLAN': PLAN }])
    return Promise.reject(fakeDatabaseError('42601', 'unrecognized EXPLAIN option "wal"'))
  }
  return { session: { ...fakeSession(() => 1), query }, asked }
}

const armsOn = (session: Session): Arms => ({ before: { session, entry: '' }, after: { session, entry: '' } })

const FULL = 'explain (analyze, buffers, wal, timing off, format json) select 1'
const PLAIN = 'explain (analyze, buffers, timing off, format json) select 1'

describe('explaining a query', () => {
  it('asks for the write-ahead log too, and shows the second of two executions', async () => {
    const { session, asked } = explaining(() => true)
    await explainQuery(armsOn(session), 'after', measuredQuery())
    expect(asked).toEqual([FULL, FULL])
  })

  it('asks a server that refuses the options for less, and from then on for nothing more', async () => {
    const { session, asked } = explaining((sql) => !sql.includes('wal'))
    const { explained } = await explainQuery(armsOn(session), 'after', measuredQuery())
    expect(explained).toMatchObject([{ explain: { Plan: { 'Node Type': 'Result' } } }])
    await explainQuery(armsOn(session), 'before', measuredQuery())
    expect(asked).toEqual([FULL, PLAIN, PLAIN, PLAIN, PLAIN])
  })

  it('throws where the query itself is refused', async () => {
    const { session, asked } = explaining(() => false)
    await expect(explainQuery(armsOn(session), 'after', measuredQuery())).rejects.toMatchObject({
      code: '42601',
    })
    expect(asked).toEqual([FULL, PLAIN])
  })
})
