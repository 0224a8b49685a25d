import { describe, expect, it } from 'vitest'
import { chooseFinalists } from '../../../../src/sweep/tuning/choose-finalists.js'
import type { IndexTrial } from '../../../../src/sweep/tuning/try-index.js'
import { vectorPoint } from '../../../support/vector-point.js'

const SEED = 1
const QUERIES = 40

/** So many of 40 queries find one row of ten less. */
const pointOf = (m: number, effort: number, queriesWithAMiss: number) => {
  const point = vectorPoint(
    effort,
    Array.from({ length: QUERIES }, (_, query) => (query < queriesWithAMiss ? 0.9 : 1)),
  )
  return { ...point, index: { ...point.index, m } }
}

const trialOf = (
  m: number,
  costs: readonly (number | null)[],
  points: IndexTrial['points'],
  tuned: IndexTrial['efforts'],
): IndexTrial => ({
  candidate: { kind: 'hnsw', representation: 'vector', metric: 'cosine', m, efConstruction: 64 },
  everyNth: 1,
  costs,
  highestRecall: 1,
  failure: null,
  durationMs: 1000,
  build: null,
  points,
  efforts: tuned,
})

// Recall 0.95, 0.96, 0.965, 0.975 and 1; half an interval is about 0.015 wide.
const [low, atTarget, between, enough, all] = [20, 16, 14, 10, 0].map((misses, position) =>
  pointOf(16, 10 * (position + 1), misses),
)
if (!low || !atTarget || !between || !enough || !all) throw new Error('no points')
const points = [all, enough, between, atTarget, low]
const other = pointOf(8, 99, 12)

const chosen = (trials: readonly IndexTrial[], targets: readonly number[]): readonly unknown[] =>
  chooseFinalists(trials, targets, SEED).map(({ index, search, target }) => [
    index.kind === 'hnsw' ? index.m : index.kind,
    search.effort,
    target,
  ])

describe('the settings that go to the finals', () => {
  const first = trialOf(16, [1], points, [{ target: 0.94, effort: 20, point: atTarget }])
  const second = trialOf(8, [2], [other], [{ target: 0.94, effort: 99, point: other }])

  it('are of each family the fastest, as tuned and with effort to spare, and the second as tuned', () => {
    expect(chosen([second, first], [0.94])).toEqual([
      [16, 20, 0.94],
      [16, 40, 0.94],
      [8, 99, 0.94],
    ])
  })

  it('are only those that reach the target, and no void ones', () => {
    const never = trialOf(32, [null], [other], [{ target: 0.94, effort: null, point: other }])
    const voided = trialOf(
      16,
      [1],
      points.map((point) => (point === atTarget ? point : { ...point, voidBecause: 'no index' })),
      [{ target: 0.94, effort: 20, point: atTarget }],
    )
    expect(chosen([never, voided], [0.94])).toEqual([[16, 20, 0.94]])
    expect(chosen([never], [0.94])).toEqual([])
  })

  it('keep to the iterative scan that was chosen', () => {
    const relaxed = { ...enough, search: { ...enough.search, iterative: 'relaxed_order' as const } }
    const mixed = trialOf(16, [1], [atTarget, relaxed, all], [{ target: 0.94, effort: 20, point: atTarget }])
    expect(chosen([mixed], [0.94])).toEqual([
      [16, 20, 0.94],
      [16, 50, 0.94],
    ])
  })
})
