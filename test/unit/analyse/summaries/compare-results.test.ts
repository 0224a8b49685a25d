import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareResults } from '../../../../src/analyse/summaries/compare-results.js'
import type { ComparedRow } from '../../../../src/analyse/summaries/compare-results.js'
import { recallAtK } from '../../../../src/analyse/summaries/recall-at-k.js'

const ids = (...values: string[]) => values.map((id) => ({ id }))
const pair = (before: ComparedRow['before'], after: ComparedRow['after'], hit = true): ComparedRow => ({
  hit,
  before,
  after,
  exact: null,
})
const exactly = (limited: boolean) => ({ name: 'q', limited, recall: null })

describe('compareResults', () => {
  it.each([
    ['the same rows', false, ids('1', '2'), ids('1', '2'), 'same', 0],
    ['another order', false, ids('1', '2'), ids('2', '1'), 'reordered', 1],
    ['other rows under a LIMIT', true, ids('1', '2'), ids('1', '3'), 'ambiguous', 1],
    ['other rows without one', false, ids('1', '2'), ids('1', '3'), 'different', 1],
    ['fewer rows under a LIMIT', true, ids('1', '2'), ids('1'), 'different', 1],
    ['another multiplicity', false, ids('1', '1', '2'), ids('1', '2', '2'), 'different', 1],
    ['NULL for an empty text', false, [{ id: null }], ids(''), 'different', 1],
    ['nothing in both', false, [], [], 'same', 0],
  ])('%s', (_, limited, before, after, state, differing) => {
    expect(compareResults(exactly(limited), [pair(before, after)])).toMatchObject({
      state,
      differing,
      recall: null,
    })
  })

  it('reports the worst parameter row and counts its like', () => {
    const rows = [
      pair(ids('1', '2'), ids('2', '1')),
      pair(ids('1'), ids('2')),
      pair(ids('1'), ids('1')),
      pair(ids('3', '4'), ids('4', '3')),
    ]
    expect(compareResults(exactly(false), rows)).toMatchObject({ state: 'different', differing: 1 })
  })

  it('sums the rows of hits, and counts answers that came short', () => {
    const rows = [pair(ids('1', '2'), ids('1')), pair(ids('9'), ids('9'), false)]
    expect(compareResults(exactly(true), rows)).toEqual({
      query: 'q',
      state: 'different',
      differing: 1,
      hitRows: 2,
      recall: null,
      recalls: [],
      short: 1,
    })
  })

  it('averages recall over parameter rows of an approximate query', () => {
    const near = (id: string, distance: string) => ({ id, distance })
    const exact = [near('1', '0.1'), near('2', '0.2')]
    const rows = [pair(exact, exact), pair(exact, [near('1', '0.1')])]
    const recall = { k: 2, id: 'id', distance: 'distance' }
    expect(compareResults({ name: 'q', limited: true, recall }, rows)).toEqual({
      query: 'q',
      state: 'approximate',
      differing: 1,
      hitRows: 4,
      recall: 0.75,
      recalls: [
        { before: 1, after: 1 },
        { before: 1, after: 0.5 },
      ],
      short: 1,
    })
  })

  it('holds both arms against the exact answer where the arm before approximates, too', () => {
    const near = (id: string, distance: string) => ({ id, distance })
    const exact = [near('1', '0.1'), near('2', '0.2')]
    const row = { hit: true, before: [near('1', '0.1'), near('9', '0.9')], after: [near('9', '0.9')], exact }
    const recall = { k: 2, id: 'id', distance: 'distance' }
    expect(compareResults({ name: 'q', limited: true, recall }, [row])).toMatchObject({
      recall: 0,
      recalls: [{ before: 0.5, after: 0 }],
      short: 1,
    })
  })
})

describe('recallAtK', () => {
  const columns = { k: 3, id: 'id', distance: 'd' }
  const rows = (...distances: (number | null)[]) =>
    distances.map((d, i) => ({ id: `${i}:${d}`, d: d === null ? null : String(d) }))

  it.each([
    ['all found', rows(0.1, 0.2, 0.3), rows(0.1, 0.2, 0.3), 1],
    ['one missed for a farther row', rows(0.1, 0.2, 0.3), rows(0.1, 0.2, 0.4), 2 / 3],
    ['a tie with the k-th, another row', rows(0.1, 0.3, 0.3), rows(0.1, 0.3, 0.3000005), 1],
    ['missing rows', rows(0.1, 0.2, 0.3), rows(0.1), 1 / 3],
    ['fewer matches than k', rows(0.1), rows(0.1), 1],
    ['an exact answer longer than k', rows(0.1, 0.2, 0.3, 0.4), rows(0.1, 0.2, 0.4), 2 / 3],
    ['more rows than k', rows(0.1, 0.2, 0.3), rows(0.9, 0.9, 0.9, 0.1, 0.2, 0.3), 0],
    ['a row without a distance', rows(0.1, 0.2, 0.3), rows(0.1, 0.2, null), 2 / 3],
    ['inner products, which are negative', rows(-9, -8, -7), rows(-9, -8, -6), 2 / 3],
    ['nothing to find, nothing found', [], [], 1],
    ['nothing to find, something found', [], rows(0.1), 0],
  ])('%s', (_, exact, approximate, expected) => {
    expect(recallAtK(exact, approximate, columns)).toBeCloseTo(expected, 12)
  })

  it('counts an id that comes twice once', () => {
    const twice = ['0.1', '0.1', '0.2'].map((d) => ({ id: '7', d }))
    expect(recallAtK(rows(0.1, 0.2, 0.3), twice, columns)).toBeCloseTo(1 / 3, 12)
  })

  it('is between 0 and 1, and 1 for the exact answer', () => {
    const distances = fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { maxLength: 8 })
    fc.assert(
      fc.property(distances, distances, (exact, other) => {
        const recall = recallAtK(rows(...exact), rows(...other), columns)
        expect(recall).toBeGreaterThanOrEqual(0)
        expect(recall).toBeLessThanOrEqual(1)
        expect(recallAtK(rows(...exact), rows(...exact.sort((a, b) => a - b)), columns)).toBe(1)
      }),
    )
  })

  it('names a column that the query does not return', () => {
    expect(() => recallAtK([{ id: '1' }], [], columns)).toThrow(
      'the output column "d", which the query does not return',
    )
  })
})
