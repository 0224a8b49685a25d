import { describe, expect, it } from 'vitest'
import { chooseCases } from '../../../../src/sweep/filters/choose-cases.js'
import type { GroupedRows } from '../../../../src/sweep/grouped-rows.js'

const ROWS = 10_000

/** Tenant 1 has 1 % of the rows, tenant 2 the rest; every category has 10 %. Ids from 1. */
const rows: GroupedRows = {
  rowCount: ROWS,
  ids: Float64Array.from({ length: ROWS }, (_, row) => row + 1),
  tenants: Int32Array.from({ length: ROWS }, (_, row) => (row < 100 ? 1 : 2)),
  categories: Int32Array.from({ length: ROWS }, (_, row) => row % 10),
}

/** The nearest 100 rows, so many of which are tenant 1's; all are of category 3 unless they are. */
const around = (ofTenant1: number): number[] =>
  Array.from({ length: 100 }, (_, near) => (near < ofTenant1 ? near + 1 : 1004 + 10 * near))

/** Eight queries that look where tenant 1 is, seven that look elsewhere, six where it is as dense as anywhere. */
const queries = [
  ...Array.from({ length: 8 }, () => around(40)),
  ...Array.from({ length: 7 }, () => around(0)),
  ...Array.from({ length: 6 }, () => around(1)),
]

describe('filters of a sweep', () => {
  const { cases, leftOut } = chooseCases(rows, queries, 6)
  const of = (correlation: string, about: number) =>
    cases.find(
      ({ filter }) => filter.correlation === correlation && Math.abs(filter.selectivity - about) < about / 2,
    )

  it('lie with a query where they are denser around it than in the table, and against it where they are not', () => {
    expect(of('with the query', 0.01)).toMatchObject({
      filter: {
        name: 'tenant 1, with the query',
        condition: 'tenant_id = 1',
        by: 'where',
        selectivity: 0.01,
        matching: 100,
      },
      rows: { column: 'tenant_id', values: [1] },
      queries: [0, 1, 2, 3, 4, 5],
    })
    expect(of('against the query', 0.01)?.queries).toEqual([8, 9, 10, 11, 12, 13])
    expect(of('none', 0.01)).toMatchObject({
      filter: { name: 'tenant 1, anywhere' },
      queries: [15, 16, 17, 18, 19, 20],
    })
  })

  it('are categories where no tenant is of that size, several of them for a large share', () => {
    expect(of('with the query', 0.1)).toMatchObject({
      filter: { name: 'category 3, with the query', condition: 'category = 3', matching: 1000 },
    })
    const several = of('with the query', 0.3)
    expect(several?.rows).toMatchObject({
      column: 'category',
      values: expect.arrayContaining([3]) as number[],
    })
    expect(several?.filter.condition).toMatch(/^category = any\('\{0,1,2,3(,4)*\}'\)$/)
  })

  it('are left out, and that is told, where the data has none', () => {
    expect(leftOut).toContain('about 0.1 %, with the query: no such filter in the data')
    expect(leftOut).toContain('about 3 %, anywhere: no such filter in the data')
    expect(of('with the query', 0.001)).toBeUndefined()
  })

  it('have queries enough for a mean', () => {
    const few = chooseCases(rows, queries.slice(0, 4), 6)
    expect(few.cases).toEqual([])
    expect(few.leftOut).toHaveLength(15)
  })
})
