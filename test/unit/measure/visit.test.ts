import { describe, expect, it } from 'vitest'
import { runVisit, visitSize } from '../../../src/measure/visit.js'
import { fakeSession } from '../../support/fake-session.js'
import { measuredQuery } from '../../support/measured-query.js'

describe('the size of a visit', () => {
  it.each([
    [0.2e6, { discard: 1, keep: 10 }],
    [1e6, { discard: 1, keep: 2 }],
    [500e6, { discard: 1, keep: 2 }],
    [501e6, { discard: 0, keep: 1 }],
  ])('for a latency of %d ns is %o', (medianNs, size) => {
    expect(visitSize(medianNs)).toEqual(size)
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
      `script: begin; drop index "i"; set local role "we""ird"; ` +
        `select set_config('ivfflat.probes', '10', true); select set_config('app.tenant_id', 'o''5', true)`,
    )
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
