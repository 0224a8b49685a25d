import { describe, expect, it } from 'vitest'
import { everyNthForLife } from '../../../../src/experiment/sweep/life-size.js'
import type { IndexBuild } from '../../../../src/model/vectors/vector-index.js'
import { HNSW, IVFFLAT } from '../../../support/sweep-evidence.js'

const buildOf = (
  index: IndexBuild['index'],
  durationsMs: readonly number[],
  parallelWorkers = 0,
): IndexBuild => ({
  index,
  rowsAtBuild: 100_000,
  builds: durationsMs.map((durationMs) => ({ durationMs, sizeBytes: 2 ** 20 })),
  notices: [],
  maintenanceWorkMemBytes: 2 ** 29,
  parallelWorkers,
})
const ROWS = 100_000
const QUICK = buildOf(IVFFLAT(), [1600])

describe('how many rows a life has', () => {
  it('is 30,000 at most, where building is quick', () => {
    expect(everyNthForLife(ROWS, 200_000, [QUICK])).toBe(4)
    expect(everyNthForLife(30_000, 200_000, [QUICK])).toBe(1)
    expect(everyNthForLife(ROWS, 200_000, [])).toBe(4)
  })

  it('is what three quarters of the time are enough for at six times the build of a row', () => {
    // 6 ms a row in 75 s: 12,500 rows.
    expect(everyNthForLife(ROWS, 100_000, [buildOf(HNSW, [100_000])])).toBe(8)
    // Twice the time, twice the rows.
    expect(everyNthForLife(ROWS, 200_000, [buildOf(HNSW, [100_000])])).toBe(4)
  })

  it('counts every process, the slowest build, and the indexes together', () => {
    const time = 100_000
    expect(everyNthForLife(ROWS, time, [buildOf(HNSW, [50_000], 1)])).toBe(8)
    expect(everyNthForLife(ROWS, time, [buildOf(HNSW, [90_000, 100_000, 80_000])])).toBe(8)
    expect(everyNthForLife(ROWS, time, [buildOf(IVFFLAT(), [50_000]), buildOf(HNSW, [50_000])])).toBe(8)
  })

  it('is never less than 5,000, nor more than there are', () => {
    const slow = buildOf(HNSW, [3_600_000])
    expect(everyNthForLife(ROWS, 60_000, [slow])).toBe(20)
    expect(everyNthForLife(ROWS, -1, [slow])).toBe(20)
    expect(everyNthForLife(9999, 60_000, [slow])).toBe(1)
    expect(everyNthForLife(10, 60_000, [slow])).toBe(1)
  })
})
