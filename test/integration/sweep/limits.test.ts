import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../../src/sweep/indexes/build-index.js'
import { measurePoint } from '../../../src/sweep/search/measure-point.js'
import { measureSearch, type Search } from '../../../src/sweep/search/measure-search.js'
import { EXACT_SEARCH, searchFor } from '../../../src/sweep/search/search-settings.js'
import { DOCKER, PGVECTOR_IMAGE, skipDocker } from '../../support/docker.js'
import { K, neighboursByLoop, now, smallVectors, withSweepTable } from '../../support/sweep-table.js'

const LIMITS = { memoryBytes: 64 * 2 ** 20, parallelWorkers: 2, limitMs: 60_000 }
const indexed = { kind: 'hnsw', representation: 'vector', metric: 'cosine' } as const

/** The embedded server cannot be interrupted. */
describe.skipIf(skipDocker)(`on a server that can be interrupted${DOCKER}`, () => {
  it('a build and a search are cut off at their limits, and what comes after them is not', async () => {
    await withSweepTable(
      async ({ table, session, vectors }) => {
        const costly = { ...indexed, m: 64, efConstruction: 1000 }
        const cut = await buildIndex(table, costly, { ...LIMITS, limitMs: 50 }, { now }, 1)
        expect(cut).toMatchObject({ state: 'failed', reason: 'not built within 0.05 s' })

        const { reporting } = vectors.queries
        const truth = neighboursByLoop(vectors, reporting, 'cosine')
        const queries = { set: 'reporting' as const, vectors: reporting, truth }
        const slow: Search = {
          index: { kind: 'exact', metric: 'cosine' },
          search: EXACT_SEARCH,
          k: K,
          filter: { condition: 'pg_sleep(0.001) is not null', values: [] },
          planMode: 'custom',
          visible: [],
          settings: {},
          limitMs: 100,
        }
        expect(await measureSearch(table, slow, queries)).toMatchObject({
          plan: null,
          failure: 'a search took longer than 0.1 s',
        })
        expect(await session.query('show statement_timeout')).toEqual([{ statement_timeout: '2h' }])

        const index = { ...indexed, m: 16, efConstruction: 64 }
        expect(await buildIndex(table, index, LIMITS, { now }, 1)).toMatchObject({
          state: 'built',
          build: { parallelWorkers: 2 },
        })
        const request = { index, search: searchFor(index, 40, K), k: K, everyNth: 1, limitMs: 60_000 }
        const point = await measurePoint(table, request, queries)
        expect(point).toMatchObject({ voidBecause: null, forced: { node: 'Index Scan' } })

        // The planner would scan the table, which takes longer than a search may: it is asked, and not waited for.
        await session.script('alter table items set (parallel_workers = 0)')
        await session.script(`alter table items enable row level security;
          create policy slow on items using (pg_sleep(0.0005) is not null)`)
        const cheap = { ...request, search: searchFor(index, 1000, K), limitMs: 400 }
        const natural = await measurePoint(table, cheap, { ...queries, vectors: reporting.slice(0, 2) })
        expect(natural.natural.node).not.toBe('Index Scan')
      },
      smallVectors(),
      { kind: 'docker', image: PGVECTOR_IMAGE },
    )
  })
})
