// Building the finalists again, on the embedded server, by a clock of the test.
import { describe, expect, it } from 'vitest'
import { buildFinalistsAgain } from '../../../src/experiment/sweep/finals.js'
import type { IndexBuild } from '../../../src/model/vectors/vector-index.js'
import { buildIndex } from '../../../src/sweep/indexes/build-index.js'
import { withSweepTable, type SweepTable } from '../../support/sweep-table.js'

const indexed = { representation: 'vector', metric: 'cosine' } as const
const FIRST = { kind: 'hnsw', ...indexed, m: 8, efConstruction: 32 } as const
const SECOND = { kind: 'ivfflat', ...indexed, lists: 20 } as const
const LIMITS = { memoryBytes: 64 * 2 ** 20, parallelWorkers: 0, limitMs: 600_000 }

/** A second passes whenever somebody looks at it. */
const clock = () => {
  let seconds = 0
  return () => ++seconds * 1e9
}

async function buildBoth({ table }: SweepTable): Promise<IndexBuild[]> {
  const builds: IndexBuild[] = []
  for (const index of [SECOND, FIRST]) {
    const outcome = await buildIndex(table, index, LIMITS, { now: clock() }, 1)
    if (outcome.state === 'failed') throw new Error(outcome.reason)
    builds.push(outcome.build)
  }
  return builds
}

describe('building the finalists again', () => {
  it('gives each three builds, the first of the order all of its own before the next', async () => {
    await withSweepTable(async (sweep) => {
      const builds = await buildBoth(sweep)
      const timesUntil = async (deadlineNs: number) => {
        const again = await buildFinalistsAgain(
          sweep.table,
          builds,
          [FIRST, SECOND, FIRST],
          LIMITS,
          deadlineNs,
          { now: clock(), advance: () => {} },
        )
        return again.map((build) => [build.index.kind, build.builds.length])
      }
      expect(await timesUntil(600e9)).toEqual([
        ['ivfflat', 3],
        ['hnsw', 3],
      ])
      // Time for two builds: the loop and each build look at the clock three times.
      expect(await timesUntil(7e9)).toEqual([
        ['ivfflat', 1],
        ['hnsw', 3],
      ])
    })
  })
})
