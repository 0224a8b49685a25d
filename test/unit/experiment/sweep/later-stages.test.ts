import { describe, expect, it } from 'vitest'
import { laterIndexes } from '../../../../src/experiment/sweep/later-indexes.js'
import { deletesFor } from '../../../../src/experiment/sweep/life-stage.js'
import { HNSW, IVFFLAT, searchWith } from '../../../support/sweep-evidence.js'

describe('the indexes that are followed further', () => {
  it('are one of each kind, at 0.95 and of whole vectors where there is one', () => {
    const halved = { ...HNSW, representation: 'halfvec' } as typeof HNSW
    const chosen = [
      { index: IVFFLAT(), search: searchWith(5), target: 0.9 },
      { index: halved, search: searchWith(60), target: 0.95 },
      { index: HNSW, search: searchWith(80), target: 0.95 },
      { index: HNSW, search: searchWith(300), target: 0.99 },
    ]
    expect(laterIndexes(chosen)).toEqual([
      { index: IVFFLAT(), search: searchWith(5) },
      { index: HNSW, search: searchWith(80) },
    ])
  })

  it('are none where nothing was chosen', () => {
    expect(laterIndexes([])).toEqual([])
  })
})

describe('what is deleted in the course of a life', () => {
  it('are the nearest of every query, unless that were much of the table', () => {
    expect(deletesFor(50_000, 50)).toEqual({ kind: 'nearest', count: 60 })
    expect(deletesFor(2000, 50)).toEqual({ kind: 'share', share: 0.2 })
  })
})
