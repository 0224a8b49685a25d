import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomStream } from '../../../../src/model/random.js'
import { openKernel } from '../../../../src/vectors/exact/kernel.js'
import { drawVectors } from '../../../support/vector-matrix.js'

describe('the kernel', () => {
  it('multiplies every query with every row, however many there are and however long', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 70 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer(),
        (dimensions, queryCount, rowCount, seed) => {
          const random = randomStream(seed, 'kernel')
          const queries = drawVectors(queryCount, dimensions, random)
          const rows = drawVectors(rowCount, dimensions, random)
          const kernel = openKernel(dimensions, queryCount)
          for (const [place, query] of queries.entries()) kernel.setQuery(place, query)
          for (const [place, row] of rows.entries()) kernel.setRow(place, row)
          const products = kernel.multiply(queryCount)
          for (const [q, query] of queries.entries()) {
            for (const [r, row] of rows.entries()) {
              expect(products[q * kernel.blockRows + r]).toBeCloseTo(product(query, row), 4)
            }
          }
        },
      ),
      { numRuns: 100 },
    )
  })

  it('holds at least one tile of the longest vectors that there are', () => {
    const kernel = openKernel(16_000, 1)
    const ones = new Float32Array(16_000).fill(1)
    kernel.setQuery(0, ones)
    kernel.setRow(kernel.blockRows - 1, ones)
    expect(kernel.blockRows).toBeGreaterThanOrEqual(3)
    expect(kernel.multiply(1)[kernel.blockRows - 1]).toBe(16_000)
  })
})

const product = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, component, index) => sum + component * (b[index] ?? 0), 0)
