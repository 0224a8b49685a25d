import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { summariseRun } from '../../../src/analyse/summarise-run.js'
import { renderClaimTable } from '../../../src/report/claim-table.js'
import { textWidth } from '../../../src/report/text-width.js'
import { GROUPED_EVIDENCE } from '../../support/group-claim.js'

const { claims } = summariseRun(GROUPED_EVIDENCE)
const golden = (name: string): string => `${import.meta.dirname}/../../golden/${name}`

describe('the table of claims on groups', () => {
  it('looks as agreed', async () => {
    await expect(renderClaimTable(claims, { width: 110, colour: false })).toMatchFileSnapshot(
      golden('claim-table.txt'),
    )
  })

  it('is not there without such a claim', () => {
    expect(renderClaimTable([], { width: 80, colour: false })).toBe('')
  })

  it('fits any width, whatever title and reason hold, and colours change nothing else', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 20 })
    fc.assert(
      fc.property(texts, texts, fc.integer({ min: 1, max: 130 }), (title, reason, width) => {
        const changed = claims.map((claim) => ({ ...claim, title, reason }))
        const shown = renderClaimTable(changed, { width, colour: false })
        expect(Math.max(...shown.split('\n').map(textWidth))).toBeLessThanOrEqual(width)
        const coloured = renderClaimTable(changed, { width, colour: true })
        expect(stripVTControlCharacters(coloured)).toBe(shown)
      }),
      { numRuns: 20 },
    )
  })
})
