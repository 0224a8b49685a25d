import { describe, expect, it } from 'vitest'
import { rebuildAdvice } from '../../../../src/analyse/vectors/rebuild-advice.js'
import type { LifeCheckpoint } from '../../../../src/model/vectors/life-checkpoint.js'
import type { VectorIndex } from '../../../../src/model/vectors/vector-index.js'
import { vectorPoint } from '../../../support/vector-point.js'

const SEED = 3
const ivfflat = { kind: 'ivfflat', representation: 'vector', metric: 'cosine', lists: 100 } as const

const ROWS: Readonly<Record<LifeCheckpoint['event'], number>> = {
  built: 10_000,
  'grown ×2': 20_000,
  'grown ×10': 100_000,
  drifted: 120_000,
  deleted: 115_000,
  vacuumed: 115_000,
  reindexed: 115_000,
}

/** Recall of all queries alike. */
const lifeOf = (
  recalls: Partial<Record<LifeCheckpoint['event'], number>>,
  index: VectorIndex = ivfflat,
): LifeCheckpoint[] =>
  (Object.entries(recalls) as [LifeCheckpoint['event'], number][]).map(([event, recall]) => ({
    event,
    rowsAtBuild: event === 'reindexed' ? ROWS.reindexed : ROWS.built,
    rowsNow: ROWS[event],
    durationMs: 12_000,
    sizeBytes: 1e8,
    point: { ...vectorPoint(10, [recall, recall, recall, recall]), index },
  }))

const stale = lifeOf({
  built: 0.95,
  'grown ×2': 0.93,
  'grown ×10': 0.86,
  drifted: 0.8,
  deleted: 0.81,
  vacuumed: 0.81,
  reindexed: 0.94,
})

describe('advice to build anew', () => {
  it('is given where that brought recall back, since the event that it was lost at', () => {
    expect(rebuildAdvice(stale, SEED)).toMatchObject([
      {
        index: ivfflat,
        advice: 'reindex',
        since: 'grown ×10',
        text:
          'IVFFlat (lists = 100): recall 0.95 built, 0.93 grown ×2, 0.86 grown ×10, 0.80 drifted, 0.81 deleted, 0.81 vacuumed, 0.94 reindexed. ' +
          'REINDEX brought recall from 0.81 to 0.94 in 12 s: do so before the table has ten times its rows.',
      },
    ])
    expect(rebuildAdvice(stale, SEED)[0]?.recalls[2]).toEqual({
      event: 'grown ×10',
      rows: 100_000,
      recall: expect.closeTo(0.86) as number,
    })
  })

  it('is not given where recall fell with the table, and an index built anew has no more', () => {
    const [advice] = rebuildAdvice(
      lifeOf({ built: 0.99, 'grown ×10': 0.9, vacuumed: 0.9, reindexed: 0.91 }),
      SEED,
    )
    expect(advice).toMatchObject({ advice: 'keep', since: null })
    expect(advice?.text).toMatch(/REINDEX found no more: keep it as it is\.$/)
  })

  it('is VACUUM’s where dead rows were in the way', () => {
    const { index } = vectorPoint(1, [])
    const [advice] = rebuildAdvice(
      lifeOf({ built: 0.97, deleted: 0.06, vacuumed: 0.96, reindexed: 0.96 }, index),
      SEED,
    )
    expect(advice).toMatchObject({ advice: 'vacuum', since: null })
    expect(advice?.text).toMatch(
      /^HNSW \(m = 16, ef_construction = 64\): recall 0\.97 built, 0\.06 deleted, /,
    )
    expect(advice?.text).toMatch(
      /VACUUM brought recall from 0\.06 to 0\.96 in 12 s: run it after large deletes/,
    )
  })

  it('says what is not known of an index that was not watched to its end', () => {
    const [advice] = rebuildAdvice(stale.slice(0, 3), SEED)
    expect(advice).toMatchObject({ advice: 'keep', since: null })
    expect(advice?.text).toMatch(/nothing says whether REINDEX would help\.$/)
    expect(rebuildAdvice([], SEED)).toEqual([])
  })

  it('tells indexes apart, and passes over what is void', () => {
    const other = lifeOf({ built: 0.9, reindexed: 0.9 }, { ...ivfflat, lists: 200 })
    const advised = rebuildAdvice([...stale, ...other], SEED)
    expect(advised.map(({ index, advice }) => [index.kind === 'ivfflat' ? index.lists : 0, advice])).toEqual([
      [100, 'reindex'],
      [200, 'keep'],
    ])
    const voided = stale.map((one) => ({
      ...one,
      point: { ...one.point, voidBecause: 'no index in the plan' },
    }))
    expect(rebuildAdvice(voided, SEED)).toEqual([])
  })
})
