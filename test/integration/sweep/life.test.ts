import { describe, expect, it } from 'vitest'
import type { LifeCheckpoint } from '../../../src/model/vectors/life-checkpoint.js'
import type { LifeOptions, LifePorts } from '../../../src/sweep/life/life.js'
import { arrivalOf, chooseHeldBack } from '../../../src/sweep/life/life-rows.js'
import { measureLife, type MeasuredLife } from '../../../src/sweep/life/measure-life.js'
import { searchFor } from '../../../src/sweep/search/search-settings.js'
import type { TunedIndex } from '../../../src/sweep/tuned-index.js'
import { K, neighboursByLoop, now, ROWS, withSweepTable, type SweepTable } from '../../support/sweep-table.js'

const indexed = { representation: 'vector', metric: 'cosine' } as const
const HNSW = { kind: 'hnsw', ...indexed, m: 8, efConstruction: 32 } as const
const IVFFLAT = { kind: 'ivfflat', ...indexed, lists: 20 } as const
const LIMITS = { memoryBytes: 64 * 2 ** 20, parallelWorkers: 0, limitMs: 60_000 }

const optionsOf = ({ vectors }: SweepTable, changes: Partial<LifeOptions> = {}): LifeOptions => ({
  k: K,
  searchLimitMs: 60_000,
  limits: LIMITS,
  rows: { everyNth: 1, heldBack: chooseHeldBack(vectors.matrix) },
  deletes: { kind: 'nearest', count: 20 },
  deadlineNs: Infinity,
  ...changes,
})

const portsOf = ({ vectors }: SweepTable): LifePorts => ({
  now,
  advance: () => {},
  nearest: (isThere, queries, count) =>
    Promise.resolve(neighboursByLoop(vectors, queries, 'cosine', isThere, count)),
})

const measure = (
  sweep: SweepTable,
  tuned: TunedIndex,
  changes: Partial<LifeOptions> = {},
): Promise<MeasuredLife> =>
  measureLife(
    sweep.table,
    tuned,
    sweep.vectors.matrix,
    { set: 'reporting', vectors: sweep.vectors.queries.reporting },
    optionsOf(sweep, changes),
    portsOf(sweep),
  )

const meanRecall = ({ point: { answers } }: LifeCheckpoint): number =>
  answers.reduce((sum, { recall }) => sum + recall, 0) / answers.length

const standing = async ({ session }: SweepTable): Promise<readonly string[]> => {
  const rows = await session.query(`select relname from pg_class where relname like 'items%' order by 1`)
  return rows.map((row) => row['relname'] ?? '')
}

describe('the life of an index', () => {
  it('has checkpoints from its build to the one anew, each with its own truth', async () => {
    await withSweepTable(async (sweep) => {
      const tuned = { index: HNSW, search: searchFor(HNSW, 20, K) }
      const { checkpoints, leftOut } = await measure(sweep, tuned)
      expect(leftOut).toBeNull()
      expect(checkpoints.map(({ event }) => event)).toEqual([
        'built',
        'grown ×2',
        'grown ×10',
        'drifted',
        'deleted',
        'vacuumed',
        'reindexed',
      ])
      const { rows } = optionsOf(sweep)
      const built = [...sweep.vectors.rows()].filter((item) => arrivalOf(item, rows) === 'built').length
      const [first, , , drifted, deleted, vacuumed, reindexed] = checkpoints
      if (first === undefined || deleted === undefined || vacuumed === undefined) throw new Error('no life')
      expect(first).toMatchObject({ rowsAtBuild: built, rowsNow: built })
      expect(drifted).toMatchObject({ rowsAtBuild: built, rowsNow: ROWS })
      expect(deleted.rowsNow).toBeLessThan(ROWS)
      expect(reindexed).toMatchObject({ rowsAtBuild: deleted.rowsNow, rowsNow: deleted.rowsNow })

      for (const { point, durationMs, sizeBytes } of checkpoints) {
        expect(point).toMatchObject({
          voidBecause: null,
          queries: 'reporting',
          forced: { index: 'items_life_hnsw_vector_cosine_m8_ef32' },
        })
        expect(durationMs).toBeGreaterThan(0)
        expect(sizeBytes).toBeGreaterThan(0)
        expect(point.answers.every(({ rowsWanted }) => rowsWanted === K)).toBe(true)
      }
      // The dead rows that are nearest are all that a search of 20 meets.
      expect(deleted.point.answers.some(({ rows: found }) => found < K)).toBe(true)
      expect(meanRecall(vacuumed)).toBeGreaterThan(meanRecall(deleted) + 0.2)
      expect(await standing(sweep)).toEqual(['items', 'items_pkey'])
    })
  })

  it('can be of a sample, with a share of the rows deleted and none that drift', async () => {
    await withSweepTable(async (sweep) => {
      const { checkpoints } = await measure(
        sweep,
        { index: IVFFLAT, search: searchFor(IVFFLAT, 5, K) },
        { rows: { everyNth: 2, heldBack: [] }, deletes: { kind: 'share', share: 0.3 } },
      )
      expect(checkpoints.map(({ event, rowsNow }) => `${event}: ${rowsNow}`)).toEqual([
        'built: 100',
        'grown ×2: 200',
        'grown ×10: 1000',
        'deleted: 700',
        'vacuumed: 700',
        'reindexed: 700',
      ])
    })
  })

  it('ends where an event fails or time does, and says so', async () => {
    await withSweepTable(async (sweep) => {
      const many = { ...IVFFLAT, lists: 500 }
      const failed = await measure(
        sweep,
        { index: many, search: searchFor(many, 5, K) },
        { limits: { ...LIMITS, memoryBytes: 2 ** 20 } },
      )
      expect(failed.checkpoints).toEqual([])
      expect(failed.leftOut).toMatch(
        /^items_life_ivfflat_vector_cosine_lists500, built: the build failed: memory required is/,
      )
      const late = await measure(sweep, { index: HNSW, search: searchFor(HNSW, 20, K) }, { deadlineNs: 0 })
      expect(late).toEqual({
        checkpoints: [],
        leftOut: 'items_life_hnsw_vector_cosine_m8_ef32, built: no time was left for it',
      })
      expect(await standing(sweep)).toEqual(['items', 'items_pkey'])
    })
  })
})
