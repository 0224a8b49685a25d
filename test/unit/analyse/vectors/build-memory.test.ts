import { describe, expect, it } from 'vitest'
import { graphBytes, kMeansBytes, mostLists } from '../../../../src/analyse/vectors/build-memory.js'

const MB = 2 ** 20
const indexed = { representation: 'vector', metric: 'cosine' } as const
const ivfflat = (lists: number) => ({ kind: 'ivfflat', ...indexed, lists }) as const
const hnsw = (m: number) => ({ kind: 'hnsw', ...indexed, m, efConstruction: 64 }) as const

describe('the memory of a build', () => {
  it('is what pgvector asked for: of 100 dimensions 64 MB built 500 lists, and 550 needed 71 MB', () => {
    expect(kMeansBytes(ivfflat(500), 30_000, 100)).toBeLessThan(64 * MB)
    expect(Math.floor(kMeansBytes(ivfflat(550), 30_000, 100) / MB) + 1).toBe(71)
  })

  it('tells the most lists that it builds', () => {
    const lists = mostLists(ivfflat(550), 30_000, 100, 64 * MB)
    expect(lists).toBe(522)
    expect(kMeansBytes(ivfflat(lists), 30_000, 100)).toBeLessThanOrEqual(64 * MB)
    expect(kMeansBytes(ivfflat(lists + 1), 30_000, 100)).toBeGreaterThan(64 * MB)
    expect(mostLists(ivfflat(550), 30_000, 100, MB)).toBe(0)
  })

  it('is less for vectors that are kept smaller', () => {
    const of = (representation: 'vector' | 'halfvec' | 'bit'): number =>
      kMeansBytes({ ...ivfflat(100), representation }, 30_000, 384)
    expect(of('halfvec')).toBeLessThan(of('vector'))
    expect(of('bit')).toBeLessThan(of('halfvec'))
  })

  it('is that of the graph for HNSW: 4 bytes a dimension, 32 a link, 240 a row', () => {
    expect(graphBytes(hnsw(16), 1, 100)).toBe(400 + 512 + 240)
    expect(graphBytes({ ...hnsw(16), representation: 'halfvec' }, 1000, 100)).toBe(952_000)
  })
})
