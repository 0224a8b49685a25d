import { describe, expect, it } from 'vitest'
import { scaledTo } from '../../../../src/sweep/filters/scaled-to.js'

const indexed = { representation: 'vector', metric: 'cosine' } as const
const search = { effort: 40, iterative: 'off', bound: null, rerank: null } as const

describe('an index on a part of the rows', () => {
  it('has its part of the lists, and probes the same share of them', () => {
    const tuned = { index: { kind: 'ivfflat', ...indexed, lists: 1000 }, search } as const
    expect(scaledTo(tuned, 0.1)).toMatchObject({ index: { lists: 100 }, search: { effort: 4 } })
    expect(scaledTo(tuned, 0.0001)).toMatchObject({ index: { lists: 1 }, search: { effort: 1 } })
  })

  it('is the same graph', () => {
    const tuned = { index: { kind: 'hnsw', ...indexed, m: 16, efConstruction: 64 }, search } as const
    expect(scaledTo(tuned, 0.1)).toEqual(tuned)
  })
})
