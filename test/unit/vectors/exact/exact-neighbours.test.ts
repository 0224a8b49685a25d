import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomStream } from '../../../../src/model/random.js'
import { metricSchema } from '../../../../src/model/vectors/vector-index.js'
import { exactNeighbours } from '../../../../src/vectors/exact/exact-neighbours.js'
import { referenceNeighbours } from '../../../../src/vectors/exact/reference-neighbours.js'
import { rowsWhere } from '../../../../src/vectors/exact/row-filter.js'
import { drawVector, drawVectors, matrixOf } from '../../../support/vector-matrix.js'

const METRICS = metricSchema.options

describe('exactNeighbours', () => {
  it('agrees with the reference to the bit: NULLs, zeros, copies, filters, any k', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...METRICS),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer(),
        async (metric, dimensions, rowCount, k, seed) => {
          const random = randomStream(seed, 'exact')
          const pool = drawVectors(1 + random.below(200), dimensions, random)
          const drawRow = (): Float32Array | null => {
            const kind = random.below(20)
            if (kind === 0) return null
            if (kind === 1) return new Float32Array(dimensions)
            return pool[random.below(pool.length)] ?? null
          }
          const matrix = matrixOf(Array.from({ length: rowCount }, drawRow), dimensions)
          const queries = [
            ...drawVectors(5, dimensions, random),
            new Float32Array(dimensions),
            ...pool.slice(0, 1),
          ]
          const allowed = random.coin() ? null : rowsWhere(matrix, () => random.coin())
          expect(await exactNeighbours(matrix, queries, k, metric, allowed)).toEqual(
            referenceNeighbours(matrix, queries, k, metric, allowed),
          )
        },
      ),
      { numRuns: 150 },
    )
  })

  it('agrees with the reference where lengths differ by orders of magnitude', async () => {
    const random = randomStream(1, 'lengths')
    const scaled = (): Float32Array => {
      const scale = 10 ** (random.below(26) - 12)
      return drawVector(8, random).map((component) => component * scale)
    }
    const matrix = matrixOf(Array.from({ length: 2000 }, scaled), 8)
    const queries = Array.from({ length: 40 }, scaled)
    for (const metric of METRICS) {
      expect(await exactNeighbours(matrix, queries, 10, metric, null)).toEqual(
        referenceNeighbours(matrix, queries, 10, metric, null),
      )
    }
  })

  it('agrees with the reference where single precision cannot hold the products', async () => {
    const random = randomStream(2, 'extremes')
    const scaled = (): Float32Array => {
      const scale = random.coin() ? 1e30 : 1e-30
      return drawVector(8, random).map((component) => component * scale)
    }
    const matrix = matrixOf(Array.from({ length: 200 }, scaled), 8)
    const queries = [scaled(), scaled()]
    for (const metric of METRICS) {
      expect(await exactNeighbours(matrix, queries, 10, metric, null)).toEqual(
        referenceNeighbours(matrix, queries, 10, metric, null),
      )
    }
  })

  it('takes more queries and rows than go into one block', async () => {
    const random = randomStream(3, 'blocks')
    const matrix = matrixOf(drawVectors(1500, 48, random), 48)
    const queries = drawVectors(520, 48, random)
    expect(await exactNeighbours(matrix, queries, 3, 'cosine', null)).toEqual(
      referenceNeighbours(matrix, queries, 3, 'cosine', null),
    )
  })

  it('gives distances as the operators do', async () => {
    const matrix = matrixOf([[3, 4]], 2)
    const query = [new Float32Array([3, 0])]
    const distance = async (metric: (typeof METRICS)[number]): Promise<number | undefined> =>
      (await exactNeighbours(matrix, query, 1, metric, null))[0]?.distances[0]
    expect(await distance('l2')).toBe(4)
    expect(await distance('cosine')).toBeCloseTo(0.4, 12)
    expect(await distance('inner product')).toBe(-9)
  })

  it('counts the rows that pass the filter and have a distance', async () => {
    const matrix = matrixOf([[1, 0], null, [0, 0], [0, 1], [1, 1]], 2)
    const query = [new Float32Array([1, 0])]
    const matching = async (metric: (typeof METRICS)[number], ids: readonly number[]): Promise<unknown> => {
      const allowed = rowsWhere(matrix, ({ id }) => ids.includes(id))
      const [found] = await exactNeighbours(matrix, query, 10, metric, allowed)
      return { ids: found?.ids, matching: found?.matching }
    }
    expect(await matching('cosine', [1, 2, 3, 4])).toEqual({ ids: [1, 4], matching: 2 })
    expect(await matching('l2', [1, 2, 3, 4])).toEqual({ ids: [1, 3, 4], matching: 3 })
    expect(await matching('l2', [])).toEqual({ ids: [], matching: 0 })
  })

  it('has nothing near a zero vector under cosine', async () => {
    const [found] = await exactNeighbours(matrixOf([[1, 0]], 2), [new Float32Array(2)], 1, 'cosine', null)
    expect(found).toEqual({ ids: [], distances: [], matching: 0 })
  })

  it('stops when it is told to', async () => {
    const matrix = matrixOf([[1, 0]], 2)
    const stopped = AbortSignal.abort(new Error('enough'))
    await expect(exactNeighbours(matrix, [new Float32Array(2)], 1, 'l2', null, stopped)).rejects.toThrow(
      'enough',
    )
  })
})
