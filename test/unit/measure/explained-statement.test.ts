import { describe, expect, it } from 'vitest'
import { explainedStatement } from '../../../src/measure/explained-statement.js'
import { fakeSession } from '../../support/fake-session.js'
import { measuredQuery } from '../../support/measured-query.js'

const row = (...values: (string | null)[]) => ({ cohort: 'largest', tenant: null, hit: true, values })
const rows = [row('a', null), row(`it's \\`, '2')]
const query = measuredQuery({ sql: 'select $1, $2', rows })

const explained = async (mode: 'custom' | 'generic' | 'automatic') => {
  const session = fakeSession(() => 1)
  const statement = await explainedStatement({ session, entry: '' }, query, [0, 1], mode)
  return { log: session.log, texts: rows.map((one) => statement.of(one)) }
}

describe('what EXPLAIN is given', () => {
  it('is the query with its values where plans are custom ones', async () => {
    const { texts, log } = await explained('custom')
    expect(texts).toEqual([
      ['select $1, $2', ['a', null]],
      ['select $1, $2', [`it's \\`, '2']],
    ])
    expect(log).toEqual([])
  })

  it('is the execution of a prepared statement where a generic plan has to show', async () => {
    const { texts, log } = await explained('generic')
    expect(texts).toEqual([
      [`execute "select $1, $2" ('a', null)`, []],
      [`execute "select $1, $2" (E'it''s \\\\', '2')`, []],
    ])
    expect(log.filter((line) => line.startsWith('prepare'))).toEqual(['prepare: select $1, $2'])
    expect(log.filter((line) => line.startsWith('query'))).toEqual([])
  })

  it('is planned often enough for the automatic mode to make its choice', async () => {
    const { log } = await explained('automatic')
    const planned = log.filter((line) => line.startsWith('query: explain execute'))
    expect(planned).toHaveLength(10)
  })
})
