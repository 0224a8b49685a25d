import { describe, expect, it } from 'vitest'
import { evenShare } from '../../../../src/sweep/life/choose-deleted.js'
import {
  ARRIVALS,
  arrivalCondition,
  arrivalOf,
  chooseHeldBack,
} from '../../../../src/sweep/life/life-rows.js'

const ROWS = 10_000
const categoryOf = (id: number): number => (id % 100 < 50 ? 1 : id % 100 < 65 ? 2 : id % 100 < 68 ? 3 : 4)

describe('the rows of an index’s life', () => {
  it('come a tenth first, then as many, then the rest, and those held back last', () => {
    const counts = new Map<string | null, number>()
    for (let id = 1; id <= ROWS; id++) {
      const arrival = arrivalOf({ id, category: categoryOf(id) }, { everyNth: 1, heldBack: [2] })
      counts.set(arrival, (counts.get(arrival) ?? 0) + 1)
    }
    expect(Object.fromEntries(counts)).toEqual({
      built: 800,
      'grown ×2': 800,
      'grown ×10': 6900,
      drifted: 1500,
    })
  })

  it('can be a sample', () => {
    const sampled = { everyNth: 4, heldBack: [] }
    expect(arrivalOf({ id: 6, category: 1 }, sampled)).toBeNull()
    expect([40, 44, 48, 80].map((id) => arrivalOf({ id, category: 1 }, sampled))).toEqual([
      'built',
      'grown ×2',
      'grown ×10',
      'built',
    ])
  })

  it('are told to PostgreSQL in the same way', () => {
    const conditions = ARRIVALS.map((arrival) => arrivalCondition(arrival, { everyNth: 4, heldBack: [2, 5] }))
    const late = `(category = any('{2,5}'::integer[]))`
    expect(conditions).toEqual([
      `id % 4 = 0 and not ${late} and (id / 4) % 10 = 0`,
      `id % 4 = 0 and not ${late} and (id / 4) % 10 = 1`,
      `id % 4 = 0 and not ${late} and (id / 4) % 10 > 1`,
      `id % 4 = 0 and ${late}`,
    ])
  })

  it('are held back by category, up to a fifth', () => {
    const ids = Float64Array.from({ length: ROWS }, (_, row) => row + 1)
    const categories = Int32Array.from(ids, categoryOf)
    const rows = { rowCount: ROWS, ids, tenants: new Int32Array(ROWS), categories }
    expect(chooseHeldBack(rows)).toEqual([2, 3])
    expect(chooseHeldBack({ ...rows, categories: new Int32Array(ROWS).fill(1) })).toEqual([])
  })

  it('are deleted evenly where a share of them goes', () => {
    const items = Array.from({ length: 100 }, (_, item) => item)
    expect(evenShare(items, 0.1)).toEqual([9, 19, 29, 39, 49, 59, 69, 79, 89, 99])
    expect(evenShare(items, 0.3)).toHaveLength(30)
    expect(evenShare(items, 1)).toEqual(items)
  })
})
