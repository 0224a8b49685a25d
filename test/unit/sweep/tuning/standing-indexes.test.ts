import { describe, expect, it } from 'vitest'
import type { ApproximateIndex } from '../../../../src/sweep/indexes/index-operators.js'
import { bestAmong, bytesOf, dispensable } from '../../../../src/sweep/tuning/standing-indexes.js'
import type { IndexTrial } from '../../../../src/sweep/tuning/try-index.js'

const TARGETS = [0.9, 0.99]

const ivfflat = (lists: number): ApproximateIndex => ({
  kind: 'ivfflat',
  representation: 'vector',
  metric: 'cosine',
  lists,
})
const hnsw = (representation: 'vector' | 'halfvec' = 'vector'): ApproximateIndex => ({
  kind: 'hnsw',
  representation,
  metric: 'cosine',
  m: 16,
  efConstruction: 64,
})

const standing = (candidate: ApproximateIndex, costs: readonly (number | null)[]): IndexTrial => ({
  candidate,
  everyNth: 1,
  costs,
  highestRecall: 0.8,
  failure: null,
  durationMs: 1000,
  efforts: [],
  points: [],
  build: {
    index: candidate,
    rowsAtBuild: 1000,
    builds: [{ durationMs: 1000, sizeBytes: 100 }],
    notices: [],
    maintenanceWorkMemBytes: 2 ** 26,
    parallelWorkers: 0,
  },
})

const fastAtLow = standing(ivfflat(10), [1, 9])
const fastAtHigh = standing(ivfflat(20), [2, 3])
const forRule = standing(ivfflat(100), [3, 4])

describe('indexes that stand side by side', () => {
  it('are the best of their family at one target at least, or the nearest to one', () => {
    expect([...bestAmong([fastAtLow, forRule, fastAtHigh], TARGETS)]).toEqual([fastAtLow, fastAtHigh])
    const far = { ...standing(ivfflat(1), [null, null]), highestRecall: 0.1 }
    const near = standing(ivfflat(2), [null, null])
    expect([...bestAmong([far, near], TARGETS)]).toEqual([near])
  })

  it('make room for a kind that is not there yet, those for a rule first, the best of a family never', () => {
    const all = [fastAtLow, forRule, fastAtHigh]
    expect(dispensable(all, hnsw(), TARGETS)).toEqual([forRule, fastAtLow])
    expect(dispensable([fastAtHigh], hnsw(), TARGETS)).toEqual([])
  })

  it('make no room for another one of a kind that is there, but for those of a rule', () => {
    const all = [fastAtLow, forRule, fastAtHigh, standing(hnsw(), [1, 2])]
    expect(dispensable(all, hnsw('halfvec'), TARGETS)).toEqual([forRule])
  })

  it('take what their builds took', () => {
    expect(bytesOf([fastAtLow, { ...forRule, build: null }])).toBe(100)
  })
})
