import { describe, expect, it } from 'vitest'
import { graphBytes, kMeansBytes, mostLists } from '../../../../src/analyse/vectors/build-memory.js'

const MB = 2 ** 20
const indexed = { representation: 'vector', metric: 'cosine' } as const
const ivfflat = (lists: number) => ({ kind: 'ivfflat', ...indexed, lists }) as const
const hnsw = (m: number) => ({ kind: 'hnsw', ...indexed, m, efConstruction: 64 }) as const

const facts = { rows: 30_000, dimensions: 100, pgvector: '0.8.0' }

describe('the memory of a build', () => {
  it('is what pgvector asked for: of 100 dimensions 64 MB built 500 lists, and 550 needed 71 MB', () => {
    expect(kMeansBytes(ivfflat(500), facts)).toBeLessThan(64 * MB)
    expect(Math.floor(kMeansBytes(ivfflat(550), facts) / MB) + 1).toBe(71)
  })

  it('is less of few rows from 0.8.5 on, as 0.8.6 asked for', () => {
    // maintenance_work_mem of 1 MB and 8 MB: "memory required is 2 MB" and "memory required is 10 MB".
    const asked = (lists: number, rows: number, dimensions: number, pgvector: string): number =>
      Math.floor(kMeansBytes(ivfflat(lists), { rows, dimensions, pgvector }) / MB) + 1
    expect(asked(500, 200, 32, '0.8.6')).toBe(2)
    expect(asked(500, 200, 32, '0.8.4')).toBe(5)
    // Vectors as long are kept beside the table: its pages hold many more rows.
    expect(asked(100, 1000, 768, '0.8.6')).toBe(10)
    expect(asked(100, 1000, 768, '0.8.5')).toBe(10)
    expect(asked(100, 1000, 768, '0.8.4')).toBe(31)
    expect(asked(550, 30_000, 100, '0.8.6')).toBe(71)
  })

  it('tells the most lists that it builds', () => {
    const lists = mostLists(ivfflat(550), facts, 64 * MB)
    expect(lists).toBe(522)
    expect(kMeansBytes(ivfflat(lists), facts)).toBeLessThanOrEqual(64 * MB)
    expect(kMeansBytes(ivfflat(lists + 1), facts)).toBeGreaterThan(64 * MB)
    expect(mostLists(ivfflat(550), facts, MB)).toBe(0)
  })

  it('is less for vectors that are kept smaller', () => {
    const of = (representation: 'vector' | 'halfvec' | 'bit'): number =>
      kMeansBytes({ ...ivfflat(100), representation }, { ...facts, dimensions: 384 })
    expect(of('halfvec')).toBeLessThan(of('vector'))
    expect(of('bit')).toBeLessThan(of('halfvec'))
  })

  it('is that of the graph for HNSW: 4 bytes a dimension, 32 a link, 240 a row', () => {
    expect(graphBytes(hnsw(16), 1, 100)).toBe(400 + 512 + 240)
    expect(graphBytes({ ...hnsw(16), representation: 'halfvec' }, 1000, 100)).toBe(952_000)
  })
})
