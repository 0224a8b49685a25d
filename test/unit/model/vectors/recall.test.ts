import { describe, expect, it } from 'vitest'
import { recallByDistance } from '../../../../src/model/vectors/recall.js'

const truth = { ids: [1, 2, 3, 4], distances: [0.1, 0.2, 0.3, 0.3], matching: 100 }

describe('recall by distance', () => {
  it('is the share of the exact neighbours that were found', () => {
    expect(recallByDistance({ ids: [1, 9, 2, 8], distances: [0.1, 0.5, 0.2, 0.6] }, truth, 4)).toBe(0.5)
  })

  it('counts a row as near as the last one, whichever it is', () => {
    const found = { ids: [1, 2, 77, 78], distances: [0.1, 0.2, 0.3, 0.300_000_5] }
    expect(recallByDistance(found, truth, 4)).toBe(1)
  })

  it('allows for rounding in proportion where distances are large, as of vectors that are not of unit length', () => {
    const far = { ids: [1, 2], distances: [-5000, -4000], matching: 9 }
    expect(recallByDistance({ ids: [1, 9], distances: [-5000, -3999.999] }, far, 2)).toBe(1)
    expect(recallByDistance({ ids: [1, 9], distances: [-5000, -3999.99] }, far, 2)).toBe(0.5)
    const near = { ids: [1], distances: [0.001], matching: 9 }
    expect(recallByDistance({ ids: [9], distances: [0.001_000_5] }, near, 1)).toBe(1)
    expect(recallByDistance({ ids: [9], distances: [0.001_002] }, near, 1)).toBe(0)
  })

  it('counts an exact neighbour whose distance was rounded in another way', () => {
    expect(recallByDistance({ ids: [4], distances: [0.3001] }, truth, 4)).toBe(0.25)
  })

  it('counts a repeated id once, a missing row as a miss, and no row behind the k-th', () => {
    expect(recallByDistance({ ids: [1, 1], distances: [0.1, 0.1] }, truth, 4)).toBe(0.25)
    expect(recallByDistance({ ids: [9, 8, 1], distances: [0.9, 0.9, 0.1] }, truth, 2)).toBe(0)
  })

  it('asks for no more rows than match', () => {
    const few = { ids: [1, 2], distances: [0.1, 0.2], matching: 2 }
    expect(recallByDistance({ ids: [2, 1], distances: [0.2, 0.1] }, few, 10)).toBe(1)
    expect(recallByDistance({ ids: [], distances: [] }, few, 10)).toBe(0)
  })

  it('of nothing is complete where nothing was found', () => {
    const none = { ids: [], distances: [], matching: 0 }
    expect(recallByDistance({ ids: [], distances: [] }, none, 10)).toBe(1)
    expect(recallByDistance({ ids: [1], distances: [0.1] }, none, 10)).toBe(0)
  })

  it('misses a row without a distance', () => {
    expect(recallByDistance({ ids: [9], distances: [NaN] }, truth, 4)).toBe(0)
  })
})
