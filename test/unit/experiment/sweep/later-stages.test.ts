import { describe, expect, it } from 'vitest'
import { byImportance, laterIndexes } from '../../../../src/experiment/sweep/later-indexes.js'
import { deletesFor, queriesFor } from '../../../../src/experiment/sweep/life-stage.js'
import { EXACT, finalistOf, HNSW, IVFFLAT, searchWith } from '../../../support/sweep-evidence.js'

const SEED = 1
const TARGETS = [0.9, 0.95, 0.99]
const HALVED = { ...HNSW, representation: 'halfvec' } as typeof HNSW

describe('the indexes that are followed further', () => {
  it('are one of each kind, at 0.95 the fastest, whatever it keeps of a vector', () => {
    const finalists = [
      finalistOf(IVFFLAT(), 5, 0.92, 1, 0.9),
      finalistOf(HALVED, 60, 0.96, 1, 0.95),
      finalistOf(HNSW, 80, 0.97, 2, 0.95),
      finalistOf(HNSW, 300, 0.995, 4, 0.99),
      finalistOf(EXACT, null, 1, 20, 1),
    ]
    expect(laterIndexes(finalists, TARGETS, SEED)).toEqual([
      { index: IVFFLAT(), search: searchWith(5) },
      { index: HALVED, search: searchWith(60) },
    ])
  })

  it('are the faster in the rounds, also where a published rule asked for it', () => {
    const byRule = { ...finalistOf(IVFFLAT(100), 6, 0.96, 3, 0.95), entered: 'by rule' } as const
    const unset = { ...finalistOf(IVFFLAT(100), 1, 0.96, 1, 0.95), entered: 'by rule', target: null } as const
    const finalists = [finalistOf(IVFFLAT(400), 20, 0.96, 4, 0.95), byRule, unset]
    expect(laterIndexes(finalists, TARGETS, SEED)).toEqual([{ index: IVFFLAT(100), search: searchWith(6) }])
  })

  it('are below the target where there is nothing else', () => {
    const missed = finalistOf(HNSW, 80, 0.94, 1, 0.95)
    expect(laterIndexes([missed, finalistOf(HALVED, 60, 0.96, 2, 0.95)], [0.95], SEED)).toEqual([
      { index: HALVED, search: searchWith(60) },
    ])
    expect(laterIndexes([missed], [0.95], SEED)).toEqual([{ index: HNSW, search: searchWith(80) }])
  })

  it('are none where nothing was chosen', () => {
    expect(laterIndexes([], TARGETS, SEED)).toEqual([])
  })
})

describe('the order in which indexes are built again', () => {
  it('begins with what is advised at 0.95, then the other kind, then what is advised at other targets', () => {
    const finalists = [
      finalistOf(IVFFLAT(100), 1, 0.92, 1, 0.9),
      finalistOf(IVFFLAT(500), 9, 0.96, 3, 0.95),
      finalistOf(HALVED, 60, 0.96, 2, 0.95),
      finalistOf(HNSW, 300, 0.995, 4, 0.99),
      finalistOf(HALVED, 500, 0.995, 5, 0.99),
      finalistOf(EXACT, null, 1, 20, 1),
    ]
    const order = [...new Set(byImportance(finalists, TARGETS, SEED))]
    expect(order).toEqual([HALVED, IVFFLAT(500), HNSW, IVFFLAT(100)])
  })

  it('is empty where nothing was chosen', () => {
    expect(byImportance([finalistOf(EXACT, null, 1, 20, 1)], TARGETS, SEED)).toEqual([])
  })
})

describe('what is deleted in the course of a life', () => {
  it('are the nearest of every query, unless that were much of the table', () => {
    expect(deletesFor(50_000, 50)).toEqual({ kind: 'nearest', count: 60 })
    expect(deletesFor(2000, 50)).toEqual({ kind: 'share', share: 0.2 })
  })

  it('are of fewer queries where the nearest of all were much of the table', () => {
    expect([50_000, 15_000, 10_000, 7500, 7400, 2000].map(queriesFor)).toEqual([50, 50, 33, 25, 50, 50])
    expect(deletesFor(10_000, queriesFor(10_000))).toMatchObject({ kind: 'nearest' })
  })
})
