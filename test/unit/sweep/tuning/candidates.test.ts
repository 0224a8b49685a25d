import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gridCandidates, quantisedOf, startCandidates } from '../../../../src/sweep/tuning/candidates.js'
import { effortRange } from '../../../../src/sweep/tuning/effort-range.js'
import { indexName } from '../../../../src/sweep/indexes/index-name.js'

const listsOf = (rows: number): number[] =>
  startCandidates({ rows, dimensions: 384, metric: 'cosine' }).flatMap((candidate) =>
    candidate.kind === 'ivfflat' ? [candidate.lists] : [],
  )

describe('candidates to start with', () => {
  it('have the numbers of lists that are advised, and more', () => {
    expect(listsOf(100_000)).toEqual([100, 316, 500, 632, 1265])
    expect(listsOf(1_000_000)).toEqual([1000, 2000, 4000, 5000])
  })

  it('leave no list with fewer than ten rows', () => {
    expect(listsOf(778)).toEqual([1, 4, 28, 56, 77])
    expect(listsOf(5)).toEqual([1])
  })

  it('are distinct, and pgvector builds them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000_000 }),
        fc.integer({ min: 1, max: 16_000 }),
        (rows, dimensions) => {
          const candidates = startCandidates({ rows, dimensions, metric: 'l2' })
          const names = candidates.map((candidate) => indexName('items', candidate, 1))
          expect(new Set(names).size).toBe(names.length)
          const unbuildable = candidates.filter((candidate) =>
            candidate.kind === 'hnsw' ? candidate.efConstruction < 2 * candidate.m : candidate.lists > 32_768,
          )
          expect(unbuildable).toEqual([])
        },
      ),
    )
  })

  it('are of less than whole vectors where these have too many dimensions', () => {
    const representationsAt = (dimensions: number): string[] => [
      ...new Set(
        startCandidates({ rows: 100_000, dimensions, metric: 'cosine' }).map((one) => one.representation),
      ),
    ]
    expect(representationsAt(2000)).toEqual(['vector'])
    expect(representationsAt(2001)).toEqual(['halfvec'])
    expect(representationsAt(4001)).toEqual(['bit'])
  })

  it('are followed by halfvec, and by bit in high dimensions alone', () => {
    const indexed = { representation: 'vector', metric: 'cosine' } as const
    const hnsw = { kind: 'hnsw', ...indexed, m: 16, efConstruction: 64 } as const
    const of = (dimensions: number): string[] =>
      quantisedOf(hnsw, dimensions).map(({ representation }) => representation)
    expect(of(384)).toEqual(['halfvec'])
    expect(of(768)).toEqual(['halfvec', 'bit'])
    expect(quantisedOf({ kind: 'ivfflat', ...indexed, lists: 10 }, 768)).toHaveLength(1)
    expect(quantisedOf({ ...hnsw, representation: 'halfvec' }, 3072)).toEqual([
      { ...hnsw, representation: 'bit' },
    ])
    expect(quantisedOf({ ...hnsw, representation: 'halfvec' }, 384)).toEqual([])
    expect(quantisedOf({ ...hnsw, representation: 'bit' }, 3072)).toEqual([])
  })
})

it('a grid has every combination that pgvector builds', () => {
  const grid = {
    lists: [10, 20],
    m: [8, 64],
    efConstruction: [64, 128],
    representations: ['vector', 'halfvec'] as const,
  }
  const names = gridCandidates(grid, 'inner product').map((candidate) => indexName('items', candidate, 1))
  expect(names).toEqual(
    ['vector', 'halfvec'].flatMap((kept) => [
      `items_ivfflat_${kept}_ip_lists10`,
      `items_ivfflat_${kept}_ip_lists20`,
      `items_hnsw_${kept}_ip_m8_ef64`,
      `items_hnsw_${kept}_ip_m8_ef128`,
      `items_hnsw_${kept}_ip_m64_ef128`,
    ]),
  )
})

describe('the effort of a search', () => {
  const indexed = { representation: 'vector', metric: 'cosine' } as const

  it('goes to all lists of an IVFFlat index', () => {
    expect(effortRange({ kind: 'ivfflat', ...indexed, lists: 400 }, 10)).toEqual({
      least: 1,
      start: 20,
      most: 400,
    })
  })

  it('of an HNSW index is no less than the rows wanted', () => {
    const hnsw = { kind: 'hnsw', ...indexed, m: 16, efConstruction: 64 } as const
    expect(effortRange(hnsw, 10)).toEqual({ least: 10, start: 40, most: 1000 })
    expect(effortRange(hnsw, 100)).toEqual({ least: 100, start: 100, most: 1000 })
  })
})
