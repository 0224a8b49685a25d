import { expect, it } from 'vitest'
import { estimateBloat } from '../../../../src/analyse/inspection/estimate-bloat.js'
import type { Layout } from '../../../../src/model/inspection-facts.js'

const integer = { fixedBytes: 4, alignBytes: 4, meanBytes: 4, nullShare: 0 }
const bigint = { fixedBytes: 8, alignBytes: 8, meanBytes: 8, nullShare: 0 }
const text = { fixedBytes: null, alignBytes: 4, meanBytes: 101, nullShare: 0 }
const table = (changes: Partial<Layout>): Layout => ({
  oid: '1',
  kind: 'table',
  rows: 10_000,
  pages: 1,
  fillfactor: 100,
  columns: [integer],
  ...changes,
})

it.each([
  // generate_series into these columns, by PostgreSQL 15 itself.
  { what: 'integers', layout: table({ columns: [integer], pages: 45 }) },
  { what: 'an integer before a bigint', layout: table({ columns: [integer, bigint], pages: 55 }) },
  { what: 'texts of 100 characters', layout: table({ columns: [integer, text], pages: 173 }) },
  { what: 'a primary key', layout: table({ kind: 'index', columns: [integer], pages: 30, fillfactor: 90 }) },
])('estimates next to no bloat in a fresh table of 10,000 rows: $what', ({ layout }) => {
  expect(estimateBloat(layout, 8192)?.share).toBeLessThan(0.04)
})

it('finds the half that was deleted', () => {
  expect(estimateBloat(table({ rows: 5000, pages: 45 }), 8192)).toMatchObject({
    source: 'estimate',
    freeBytes: 22 * 8192,
  })
})

it('knows nothing without statistics, and takes no room that fillfactor leaves for bloat', () => {
  expect(estimateBloat(table({ columns: null, pages: 45 }), 8192)).toBeNull()
  expect(estimateBloat(table({ pages: 0 }), 8192)).toBeNull()
  expect(estimateBloat(table({ pages: 90, fillfactor: 50 }), 8192)?.share).toBeLessThan(0.03)
})
