import { describe, expect, test } from 'vitest'
import { summarisePrice } from '../../../../src/analyse/price/summarise-price.js'
import type { PriceResult } from '../../../../src/model/price-result.js'
import { writePrice } from '../../../../src/report/markdown/write-price.js'
import { ledgerLines } from '../../../../src/report/markdown/ledger-lines.js'
import { priceSection } from '../../../../src/report/markdown/price-section.js'
import { makeEvidence } from '../../../support/evidence.js'
import { priceEvidence } from '../../../support/price-evidence.js'
import { HOSTILE_NAME, makeResult } from '../../../support/result.js'

const evidence = priceEvidence([
  { name: 'mark-read', ms: { before: 1, after: 1.5, control: 1 } },
  { name: 'rename', ms: { before: 1, after: 1, control: 1 } },
  { name: HOSTILE_NAME, ms: { before: 1, after: 1, control: 1.4 } },
])
const price = summarisePrice({ ...makeEvidence(), price: evidence }, new Set()) as PriceResult

describe('the price of writes', () => {
  test('looks as agreed', async () => {
    await expect(`${writePrice(price).join('\n\n')}\n`).toMatchFileSnapshot('../../../golden/write-price.md')
  })

  test('says why nothing was written, and no more', () => {
    const text = writePrice({ ...price, skipped: 'there is no room' }).join('\n')
    expect(text).toContain('Writes were not measured: there is no room.')
    expect(text).not.toContain('| write |')
  })

  test('names no break-even where there is none', () => {
    const said = (state: PriceResult['ledger']['state']): string =>
      ledgerLines({ ...price.ledger, state, writesPerRead: null }).join('\n')
    expect(said('no-cost')).toMatch(/no break-even to name\. It is at most .* pays for at least \d+/)
    expect(said('no-gain')).toContain('a gain of the reads is not shown')
    expect(said('nothing')).toContain('neither a gain of the reads nor a cost of the writes')
    expect(ledgerLines({ ...price.ledger, readSavedMs: null }).join('\n')).toContain('No ledger')
  })

  test('says which writes a mean of opposites hides', () => {
    const extraMs = { estimate: 1, low: 0.9, high: 1.1 }
    const writes: PriceResult['ledger']['writes'] = [
      { write: 'add', verdict: 'slower', extraMs, paidByRead: 3 },
      {
        write: 'purge',
        verdict: 'faster',
        extraMs: { estimate: -16, low: null, high: null },
        paidByRead: null,
      },
    ]
    const text = ledgerLines({ ...price.ledger, writes }).join('\n')
    expect(text).toContain('The mean hides that writes differ: `purge` got faster, `add` slower.')
    expect(text).toMatch(/\| `add` \| 1 ms \[0.9 ms, 1.1 ms\] \| 3 writes \|/)
  })
})

describe('what waits while an index is built', () => {
  test('is said for each lock', () => {
    const { migration } = makeResult()
    const [index] = migration.indexes
    if (index === undefined) throw new Error('no index')
    const section = (lock: typeof index.lock): string =>
      priceSection(makeResult({ migration: { ...migration, indexes: [{ ...index, lock }] } }))
    expect(section('SHARE')).toContain('| writes wait 120 ms |')
    expect(section('SHARE UPDATE EXCLUSIVE')).toContain('| nobody waits |')
    expect(section('ACCESS EXCLUSIVE')).toContain('| reads and writes wait 120 ms |')
  })
})
