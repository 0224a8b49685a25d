import { describe, expect, it } from 'vitest'
import { ledgerOf } from '../../../../src/analyse/price/ledger.js'
import type { Estimate } from '../../../../src/model/price-result.js'

const around = (estimate: number, halfWidth = 0.1): Estimate => ({
  estimate,
  low: estimate - halfWidth,
  high: estimate + halfWidth,
})
const saving = (query: string, savedMs: Estimate) => ({ query, savedMs })
const slower = (extraMs: Estimate) => ({ name: 'insert', verdict: 'slower' as const, extraMs })

describe('the ledger', () => {
  it('breaks even where the gain of the reads is the cost of the writes', () => {
    const ledger = ledgerOf(
      [saving('a', around(6)), saving('b', around(2))],
      [slower(around(0.5)), slower(around(1.5))],
    )
    expect(ledger.state).toBe('pays')
    expect(ledger.readSavedMs?.estimate).toBeCloseTo(4)
    expect(ledger.writeExtraMs?.estimate).toBeCloseTo(1)
    expect(ledger.writesPerRead?.estimate).toBeCloseTo(4)
    // Two half-widths of 0.1, independent: 0.1 · √2 ÷ 2 of their mean.
    const halfWidth = 0.1 / Math.SQRT2
    expect(ledger.writesPerRead?.low).toBeCloseTo((4 - halfWidth) / (1 + halfWidth))
    expect(ledger.writesPerRead?.high).toBeCloseTo((4 + halfWidth) / (1 - halfWidth))
    expect(ledger.writesPerReadAtLeast).toBe(ledger.writesPerRead?.low)
    expect(ledger.queries.map(({ writesPaid }) => writesPaid)).toEqual([6, 2])
  })

  it('says of a query that lost that it pays for no write', () => {
    const ledger = ledgerOf([saving('a', around(10)), saving('b', around(-1))], [slower(around(1))])
    expect(ledger.queries[1]?.writesPaid).toBe(0)
  })

  it('names no break-even where no write is slower', () => {
    const writes = [{ name: 'w', verdict: 'unchanged' as const, extraMs: around(0.01) }]
    expect(ledgerOf([saving('a', around(6))], writes)).toMatchObject({
      state: 'no-cost',
      writesPerRead: null,
    })
  })

  it('names no break-even where the reads may have gained nothing', () => {
    expect(ledgerOf([saving('a', around(0.05))], [slower(around(1))])).toMatchObject({
      state: 'no-gain',
      writesPerRead: null,
      queries: [{ writesPaid: null }],
    })
    const open = { estimate: 5, low: null, high: null }
    expect(ledgerOf([saving('a', open)], [slower(around(1))]).state).toBe('no-gain')
  })

  it('leaves out writes that are void, and knows nothing of nothing', () => {
    const broken = { name: 'w', verdict: 'void' as const, extraMs: around(100) }
    expect(ledgerOf([saving('a', around(6))], [slower(around(2)), broken]).writeExtraMs?.estimate).toBe(2)
    expect(ledgerOf([], [])).toEqual({
      state: 'nothing',
      readSavedMs: null,
      writeExtraMs: null,
      writesPerRead: null,
      writesPerReadAtLeast: null,
      queries: [],
      writes: [],
    })
  })

  it('names no break-even where the mean of the writes may cost nothing, but what one read pays for at least', () => {
    const noisy = { name: 'w', verdict: 'inconclusive' as const, extraMs: around(-0.9, 2) }
    const ledger = ledgerOf([saving('a', around(6))], [slower(around(1)), noisy])
    expect(ledger).toMatchObject({ state: 'no-cost', writesPerRead: null, queries: [{ writesPaid: null }] })
    expect(ledger.writesPerReadAtLeast).toBeCloseTo(5.9 / (0.05 + Math.hypot(0.1, 2) / 2))
  })

  it('has a break-even of its own for a slower write that a faster one outweighs', () => {
    const cheaper = { name: 'delete', verdict: 'faster' as const, extraMs: around(-16) }
    const ledger = ledgerOf([saving('a', around(6))], [slower(around(2)), cheaper])
    expect(ledger).toMatchObject({ state: 'no-cost', writesPerRead: null })
    expect(ledger.writes.map(({ write, paidByRead }) => [write, paidByRead])).toEqual([
      ['insert', 3],
      ['delete', null],
    ])
  })

  it('leaves open what a read pays for where no write costs anything', () => {
    const cheaper = { name: 'w', verdict: 'faster' as const, extraMs: around(-1) }
    expect(ledgerOf([saving('a', around(6))], [cheaper]).writesPerReadAtLeast).toBeNull()
  })
})
