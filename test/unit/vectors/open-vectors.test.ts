import { describe, expect, it } from 'vitest'
import type { VectorSet } from '../../../src/model/vectors/vector-set.js'
import type { VectorSource } from '../../../src/model/vectors/vector-source.js'
import { checksumMatrix, checksumQueries } from '../../../src/vectors/checksum.js'
import { distanceBetween } from '../../../src/vectors/exact/distance.js'
import { measureHonesty } from '../../../src/vectors/honesty/measure-honesty.js'
import { makeVectorSet } from '../../../src/vectors/make-vector-set.js'
import { openVectors } from '../../../src/vectors/open-vectors.js'
import { SENTENCE_VECTORS } from '../../support/sentence-vectors.js'

const OPTIONS = { seed: 1, tuningQueries: 20, reportingQueries: 30 }
const SYNTHETIC: VectorSource = { kind: 'synthetic', rows: 6000, dimensions: 24 }

/** Rows by value of a column, most first. */
const counts = (values: Int32Array): number[] => {
  const byValue = new Map<number, number>()
  for (const value of values) byValue.set(value, (byValue.get(value) ?? 0) + 1)
  return [...byValue.values()].sort((a, b) => b - a)
}

const everything = ({ matrix, queries }: VectorSet): string =>
  checksumMatrix(matrix) + checksumQueries([...queries.tuning, ...queries.reporting])

/** Mean cosine distance between rows of the same value, and between any two. */
function nearness(set: VectorSet, column: 'tenant' | 'category'): { same: number; any: number } {
  const items = [...set.rows()].slice(0, 400)
  const same: number[] = []
  const any: number[] = []
  for (const [place, item] of items.entries()) {
    for (const other of items.slice(place + 1)) {
      if (item.vector === null || other.vector === null) continue
      const distance = distanceBetween(item.vector, other.vector, 'cosine')
      any.push(distance)
      if (item[column] === other[column]) same.push(distance)
    }
  }
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  return { same: mean(same), any: mean(any) }
}

describe.each<[string, VectorSource]>([
  ['synthetic vectors', SYNTHETIC],
  ['real sentence vectors', SENTENCE_VECTORS],
])('openVectors of %s', (_, source) => {
  it('is the same for the same seed, and another for another', async () => {
    const set = await openVectors(source, OPTIONS)
    expect(everything(await openVectors(source, OPTIONS))).toBe(everything(set))
    expect(everything(await openVectors(source, { ...OPTIONS, seed: 2 }))).not.toBe(everything(set))
  })

  it('gives rows that can be walked again, numbered from 1', async () => {
    const set = await openVectors(source, OPTIONS)
    const rows = [...set.rows()]
    expect(rows.map(({ id }) => id)).toEqual([...Array(set.rowCount).keys()].map((row) => row + 1))
    expect([...set.rows()].map(({ vector }) => vector?.[0])).toEqual(rows.map(({ vector }) => vector?.[0]))
    expect(rows.every(({ vector }) => vector?.length === set.dimensions)).toBe(true)
  })

  it('holds queries out of the rows, in two sets', async () => {
    const set = await openVectors(source, OPTIONS)
    expect(set.queries.tuning).toHaveLength(20)
    expect(set.queries.reporting).toHaveLength(30)
    const texts = new Set([...set.rows()].map(({ vector }) => String(vector)))
    const queries = [...set.queries.tuning, ...set.queries.reporting].map(String)
    expect(new Set(queries).size).toBe(50)
    // Two of the sentences stand in the file twice.
    expect(queries.filter((query) => texts.has(query)).length).toBeLessThan(3)
  })

  it('has tenants and categories that lie nearer to each other than rows do', async () => {
    const set = await openVectors(source, OPTIONS)
    for (const column of ['tenant', 'category'] as const) {
      const { same, any } = nearness(set, column)
      // Six clusters of 300 are a tenant's own: two of its rows share one about once in twelve.
      expect(same).toBeLessThan(0.985 * any)
    }
  })

  it('has tenants of very different sizes', async () => {
    const { matrix } = await openVectors(source, OPTIONS)
    const sizes = counts(matrix.tenants)
    expect(sizes[0]).toBeGreaterThan(5 * (sizes.at(-1) ?? 0))
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(matrix.rowCount)
  })
})

describe('openVectors', () => {
  it('gives as many synthetic rows as asked for, queries beside them', async () => {
    const set = await openVectors(SYNTHETIC, OPTIONS)
    expect(set).toMatchObject({ rowCount: 6000, dimensions: 24 })
    expect(counts(set.matrix.tenants).length).toBeGreaterThan(80)
  })

  it('gives the sentence vectors as what they are', async () => {
    const set = await openVectors(SENTENCE_VECTORS, OPTIONS)
    expect(set).toMatchObject({ rowCount: 728, dimensions: 384, name: 'embeddings.bin' })
    const honesty = await measureHonesty(set.matrix, set.queries.tuning, 'cosine')
    expect(honesty.norms.min).toBeCloseTo(1, 4)
    expect(honesty.norms.max).toBeCloseTo(1, 4)
    expect(honesty.localIntrinsicDimension).toBeGreaterThan(3)
    expect(honesty.localIntrinsicDimension).toBeLessThan(40)
  })

  it('refuses to take more queries than half of the vectors', async () => {
    await expect(
      openVectors(SENTENCE_VECTORS, { seed: 1, tuningQueries: 200, reportingQueries: 200 }),
    ).rejects.toMatchObject({
      exitCode: 2,
      message: 'embeddings.bin has 778 vectors, too few to take 400 queries from.',
    })
  })
})

describe('makeVectorSet', () => {
  const found = (): Parameters<typeof makeVectorSet>[0] => ({
    name: 'three',
    description: '',
    dimensions: 1,
    values: new Float32Array([1, 0, 2, 3, 0]),
    present: new Uint8Array([1, 0, 1, 1, 0]),
    groups: {},
  })

  it('keeps rows without a vector, and never takes one as a query', async () => {
    for (let seed = 0; seed < 20; seed++) {
      const set = await makeVectorSet(found(), { seed, tuningQueries: 1, reportingQueries: 0 })
      const query = set.queries.tuning[0]?.[0] ?? 0
      const vectors = [...set.rows()].map(({ vector }) => vector?.[0] ?? null)
      expect(vectors.filter((vector) => vector === null)).toHaveLength(2)
      expect([...vectors, query].filter((vector) => vector !== null).sort((a, b) => a - b)).toEqual([1, 2, 3])
    }
  })

  it('asks with no vector of zeros, and keeps it as a row', async () => {
    for (let seed = 0; seed < 20; seed++) {
      const set = await makeVectorSet(
        { ...found(), present: new Uint8Array([1, 1, 1, 1, 1]) },
        { seed, tuningQueries: 1, reportingQueries: 0 },
      )
      expect(set.queries.tuning[0]?.[0]).toBeGreaterThan(0)
      expect([...set.rows()].filter(({ vector }) => vector?.[0] === 0)).toHaveLength(2)
    }
  })

  it('keeps tenants and categories with their rows', async () => {
    const groups = {
      tenants: new Int32Array([10, 11, 20, 30, 12]),
      categories: new Int32Array([1, 0, 2, 3, 0]),
    }
    const set = await makeVectorSet(
      { ...found(), groups },
      { seed: 1, tuningQueries: 1, reportingQueries: 0 },
    )
    const kept = [...set.rows()].map(({ tenant, category, vector }) => [
      tenant,
      category,
      vector?.[0] ?? null,
    ])
    const all = [
      [10, 1, 1],
      [11, 0, null],
      [20, 2, 2],
      [30, 3, 3],
      [12, 0, null],
    ]
    expect(kept).toHaveLength(4)
    expect(all.map(String)).toEqual(expect.arrayContaining(kept.map(String)))
  })

  it('draws the categories alone where tenants are known', async () => {
    const tenants = new Int32Array([10, 11, 20, 30, 12])
    const set = await makeVectorSet(
      { ...found(), groups: { tenants } },
      { seed: 1, tuningQueries: 1, reportingQueries: 0 },
    )
    const rows = [...set.rows()]
    expect(rows.every(({ tenant }) => [10, 11, 20, 30, 12].includes(tenant))).toBe(true)
    expect(rows.every(({ category }) => category >= 1 && category <= 30)).toBe(true)
  })
})
