import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { summariseRun } from '../../../src/analyse/summarise-run.js'
import { renderTable } from '../../../src/report/table.js'
import { textWidth } from '../../../src/report/text-width.js'
import { makeEvidence } from '../../support/evidence.js'
import { makeQueryResult } from '../../support/query-result.js'
import { makeResult } from '../../support/result.js'

const { queries } = makeResult()
const golden = (name: string): string => `${import.meta.dirname}/../../golden/${name}`

describe('renderTable', () => {
  test.each([120, 80, 60])('looks as agreed in %i columns', async (width) => {
    await expect(renderTable(queries, { width, colour: false })).toMatchFileSnapshot(
      golden(`table-${width}.txt`),
    )
  })

  test('looks as agreed for a run that was analysed from its samples', async () => {
    const analysed = summariseRun(makeEvidence()).queries
    await expect(renderTable(analysed, { width: 80, colour: false })).toMatchFileSnapshot(
      golden('analysed-table.txt'),
    )
  })

  test('fits any width, whatever the titles hold', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }),
        fc.integer({ min: 1, max: 130 }),
        (titles, width) => {
          const rows = titles.map((title) => makeQueryResult('a', { title }))
          const lines = renderTable(rows, { width, colour: false }).split('\n')
          expect(lines).toHaveLength(titles.length + 1)
          expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(width)
        },
      ),
    )
  })

  test('lets no control character of a title through', () => {
    expect(renderTable(queries, { width: 200, colour: false }).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
  })

  test('colours change nothing but colours', () => {
    const coloured = renderTable(queries, { width: 80, colour: true })
    expect(coloured).toContain('\u001B[36m✓ confirmed\u001B[39m')
    expect(coloured).toContain('\u001B[31m✗ refuted\u001B[39m')
    expect(stripVTControlCharacters(coloured)).toBe(renderTable(queries, { width: 80, colour: false }))
  })

  test('gives up the claim, then the interval, then the latencies as it gets narrower', () => {
    const heads = [80, 66, 60, 44, 20].map(
      (width) => renderTable(queries, { width, colour: false }).split('\n')[0],
    )
    expect(
      heads.map((head) =>
        head
          ?.split(/\s{2,}/)
          .slice(1)
          .join(' '),
      ),
    ).toEqual([
      'before after speed-up claim verdict',
      'before after speed-up verdict',
      'before after speed-up verdict',
      'speed-up verdict',
      'verdict',
    ])
  })

  test('of no queries is its head', () => {
    expect(renderTable([], { width: 80, colour: false })).toBe(
      'query  before  after  speed-up  claim  verdict',
    )
  })
})
