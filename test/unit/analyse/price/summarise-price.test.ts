import { describe, expect, it } from 'vitest'
import { summarisePrice } from '../../../../src/analyse/price/summarise-price.js'
import { summariseRun } from '../../../../src/analyse/summarise-run.js'
import { priceResultSchema } from '../../../../src/model/price-result.js'
import { makeEvidence } from '../../../support/evidence.js'
import { priceEvidence } from '../../../support/price-evidence.js'

const slowed = { name: 'mark-read', ms: { before: 1, after: 1.5, control: 1 } }
const evidence = { ...makeEvidence(), price: priceEvidence([slowed]) }

describe('the price of a migration', () => {
  it('is null where it was not asked for', () => {
    expect(summariseRun(makeEvidence()).price).toBeNull()
  })

  it('has writes, cleaning up, foreign keys, the ledger, and what could not be derived', () => {
    const price = priceResultSchema.parse(summarisePrice(evidence, new Set()))
    expect(price.writes).toMatchObject([{ name: 'mark-read', verdict: 'slower' }])
    expect(price.tables).toMatchObject([
      { table: 'messages', before: { deadRows: 346 }, after: { deadRows: 780 }, control: { vacuumMs: 19.3 } },
    ])
    expect(price.triggers).toEqual([
      {
        of: 'query',
        name: 'delete-conversation',
        constraint: 'messages_conversation_id_fkey',
        beforeMs: 102,
        afterMs: 0.2,
        rows: 3,
      },
    ])
    // 40 → 2 ms, 4 → 4 ms, 12 → 4 ms by median tenants; half a millisecond a write.
    expect(price.ledger.state).toBe('pays')
    expect(price.ledger.writesPerRead?.estimate).toBeGreaterThan(10)
    expect(price.notDerived).toHaveLength(1)
  })

  it('takes no time from a query that is void', () => {
    const all = summarisePrice(evidence, new Set())
    const rest = summarisePrice(evidence, new Set(['recent-messages']))
    expect(all?.ledger.queries.map(({ query }) => query)).toContain('recent-messages')
    expect(rest?.ledger.queries.map(({ query }) => query)).not.toContain('recent-messages')
  })

  it('says why nothing was written', () => {
    const { plan } = evidence.price
    const nothing = {
      plan: { ...plan, skipped: 'no room' },
      visits: [],
      explained: [],
      vacuums: [],
      end: null,
    }
    expect(summarisePrice({ ...evidence, price: nothing }, new Set())).toMatchObject({
      skipped: 'no room',
      writes: [],
      tables: [],
      ledger: { writeExtraMs: null },
    })
  })
})
