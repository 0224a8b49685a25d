import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Metric, Representation, VectorIndex } from '../../../src/model/vectors/vector-index.js'
import { at } from '../../../src/model/at.js'
import {
  buildAgain,
  buildIndex,
  dropIndexes,
  type BuildLimits,
} from '../../../src/sweep/indexes/build-index.js'
import { indexName } from '../../../src/sweep/indexes/index-name.js'
import type { ApproximateIndex } from '../../../src/sweep/indexes/index-operators.js'
import { measurePoint, type PointRequest } from '../../../src/sweep/search/measure-point.js'
import { measureSearch, type Search } from '../../../src/sweep/search/measure-search.js'
import { findPlannerSwitch } from '../../../src/sweep/search/planner-switch.js'
import { EXACT_SEARCH, searchFor } from '../../../src/sweep/search/search-settings.js'
import type { QuerySet } from '../../../src/sweep/searched-table.js'
import { truthBySql } from '../../../src/sweep/search/truth-by-sql.js'
import { withView } from '../../../src/sweep/search/view.js'
import {
  DIMENSIONS,
  K,
  neighboursByLoop,
  now,
  ROWS,
  withSweepTable,
  type SweepTable,
} from '../../support/sweep-table.js'

const LIMITS: BuildLimits = { memoryBytes: 64 * 2 ** 20, parallelWorkers: 0, limitMs: 60_000 }

const ivfflat = (lists: number, metric: Metric = 'cosine', representation: Representation = 'vector') =>
  ({ kind: 'ivfflat', representation, metric, lists }) as const
const hnsw = (metric: Metric = 'cosine', representation: Representation = 'vector') =>
  ({ kind: 'hnsw', representation, metric, m: 8, efConstruction: 32 }) as const

const request = (index: VectorIndex, effort: number, changes: Partial<PointRequest> = {}): PointRequest => ({
  index,
  search: index.kind === 'exact' ? EXACT_SEARCH : searchFor(index, effort, K),
  k: K,
  everyNth: 1,
  limitMs: 60_000,
  ...changes,
})

describe('points of a sweep', () => {
  let sweep: SweepTable
  let release = (): void => {}
  let ended: Promise<void>

  beforeAll(async () => {
    await new Promise<void>((ready, failed) => {
      ended = withSweepTable((opened) => {
        sweep = opened
        ready()
        return new Promise<void>((done) => (release = done))
      })
      ended.catch(failed)
    })
  })
  afterAll(async () => {
    release()
    await ended
  })

  const queriesFor = (metric: Metric): QuerySet => {
    const vectors = sweep.vectors.queries.reporting
    return { set: 'reporting', vectors, truth: neighboursByLoop(sweep.vectors, vectors, metric) }
  }
  const build = async (index: ApproximateIndex, everyNth = 1): Promise<string> => {
    const outcome = await buildIndex(sweep.table, index, LIMITS, { now }, everyNth)
    expect(outcome.state).toBe('built')
    return indexName('items', index, everyNth)
  }
  const withIndexes = async (
    indexes: readonly ApproximateIndex[],
    work: () => Promise<void>,
  ): Promise<void> => {
    const names: string[] = []
    try {
      for (const index of indexes) names.push(await build(index))
      await work()
    } finally {
      await dropIndexes(sweep.table, names)
    }
  }
  const meanRecall = (answers: readonly { recall: number }[]): number =>
    answers.reduce((sum, { recall }) => sum + recall, 0) / answers.length

  it('find in the table what was loaded, readable for the application, analysed', async () => {
    const { session, rows, checksum, sizeBytes } = sweep
    expect({ rows, checksum: checksum.length, large: sizeBytes > ROWS * DIMENSIONS * 4 }).toEqual({
      rows: ROWS,
      checksum: 64,
      large: true,
    })
    expect(await session.query(`select reltuples as rows from pg_class where relname = 'items'`)).toEqual([
      { rows: String(ROWS) },
    ])
    const first = at([...sweep.vectors.rows()].slice(0, 1), 0)
    const [row] = await session.query('select tenant_id, category, embedding from items where id = 1')
    expect(row).toMatchObject({ tenant_id: String(first.tenant), category: String(first.category) })
    const stored = Float32Array.from(JSON.parse(row?.['embedding'] ?? '[]') as number[])
    expect(stored).toEqual(first.vector)
  })

  it.each<Metric>(['cosine', 'l2', 'inner product'])(
    'have the same exact neighbours from SQL as from a loop: %s',
    async (metric) => {
      const { reporting } = sweep.vectors.queries
      const bySql = await truthBySql(sweep.table, {
        metric,
        k: K,
        filter: null,
        settings: {},
        vectors: reporting,
      })
      for (const [query, byLoop] of neighboursByLoop(sweep.vectors, reporting, metric).entries()) {
        const { ids, distances, matching } = at(bySql, query)
        expect({ ids, matching }).toEqual({ ids: byLoop.ids, matching: ROWS })
        for (const [rank, one] of distances.entries()) expect(one).toBeCloseTo(at(byLoop.distances, rank), 5)
      }
    },
  )

  it.each<[Metric, Representation]>([
    ['cosine', 'vector'],
    ['l2', 'vector'],
    ['inner product', 'vector'],
    ['cosine', 'halfvec'],
    ['l2', 'halfvec'],
    ['inner product', 'halfvec'],
    ['cosine', 'bit'],
    ['l2', 'bit'],
  ])('show their index in the plan: %s on %s', async (metric, representation) => {
    const indexes = [ivfflat(10, metric, representation), hnsw(metric, representation)]
    await withIndexes(indexes, async () => {
      for (const index of indexes) {
        const point = await measurePoint(sweep.table, request(index, 10), queriesFor(metric))
        expect(point.voidBecause).toBeNull()
        expect(point.forced.index).toBe(indexName('items', index, 1))
        expect(point.forced.rowsVisited).toBeGreaterThanOrEqual(K)
        expect(point.forced.sharedBlocks).toBeGreaterThan(0)
        expect(point.answers.every(({ rows, rowsWanted }) => rows === K && rowsWanted === K)).toBe(true)
        expect(point.latenciesMs).toHaveLength(point.answers.length)
        expect(meanRecall(point.answers)).toBeGreaterThan(representation === 'bit' ? 0.2 : 0.6)
      }
    })
  })

  it('are exact where IVFFlat probes all its lists, and less where it probes one', async () => {
    const index = ivfflat(200)
    await withIndexes([index], async () => {
      const recallAt = async (probes: number): Promise<number> =>
        meanRecall((await measurePoint(sweep.table, request(index, probes), queriesFor('cosine'))).answers)
      expect(await recallAt(200)).toBe(1)
      expect(await recallAt(1)).toBeLessThan(0.9)
    })
  })

  it('know how many rows IVFFlat and a scan looked at, and that it is not known of HNSW', async () => {
    const scanned = async (index: VectorIndex, changes: Partial<PointRequest['search']>) => {
      const asked = request(index, 2)
      const search = { ...asked.search, ...changes }
      return (await measurePoint(sweep.table, { ...asked, search }, queriesFor('cosine'))).forced.rowsScanned
    }
    await withIndexes([ivfflat(10), ivfflat(10, 'cosine', 'bit'), hnsw()], async () => {
      const probing = async (effort: number): Promise<number> =>
        (await scanned(ivfflat(10), { effort })) ?? NaN
      const [one, two, all] = [await probing(1), await probing(2), await probing(10)]
      expect(one).toBeGreaterThan(K)
      expect(two).toBeGreaterThan(one)
      expect(all).toBe(ROWS)
      expect(await scanned(ivfflat(10), { effort: 1, iterative: 'relaxed_order' })).toBe(one)
      expect(await scanned(ivfflat(10, 'cosine', 'bit'), { effort: 10 })).toBe(ROWS)
      expect(await scanned(hnsw(), { effort: 40 })).toBeNull()
      expect(await scanned({ kind: 'exact', metric: 'cosine' }, EXACT_SEARCH)).toBe(ROWS)
    })
  })

  it.each<[Metric, string]>([
    ['cosine', '<=>'],
    ['l2', '<->'],
    ['inner product', '<#>'],
  ])(
    'have the recall that is computed of the same answers without any of our code: %s',
    async (metric, operator) => {
      const queries = queriesFor(metric)
      const exact = queries.truth.map(({ ids }) => new Set(ids))
      for (const index of [
        ivfflat(10, metric),
        hnsw(metric),
        ivfflat(10, metric, 'halfvec'),
        hnsw(metric, 'halfvec'),
      ]) {
        await withIndexes([index], async () => {
          const type = index.representation === 'vector' ? `vector(${DIMENSIONS})` : `halfvec(${DIMENSIONS})`
          const setting = index.kind === 'ivfflat' ? 'ivfflat.probes' : 'hnsw.ef_search'
          for (const effort of [index.kind === 'ivfflat' ? 1 : 10, index.kind === 'ivfflat' ? 4 : 60]) {
            const { answers } = await measurePoint(sweep.table, request(index, effort), queries)
            await sweep.session.script(`set enable_seqscan = off; set ${setting} = ${effort}`)
            for (const [query, vector] of queries.vectors.entries()) {
              const rows = await sweep.session.query(
                `select id from items order by embedding::${type} ${operator} '[${vector.join(',')}]'::${type} limit 10`,
              )
              const found = rows.filter(({ id }) => at(exact, query).has(Number(id))).length
              expect(Math.abs(at(answers, query).recall - found / K)).toBeLessThan(0.001)
            }
            await sweep.session.script(`reset enable_seqscan; reset ${setting}`)
          }
        })
      }
    },
  )

  it('are void where their index is missing, or of another metric', async () => {
    const missing = await measurePoint(sweep.table, request(ivfflat(10), 1), queriesFor('cosine'))
    expect(missing.voidBecause).toBe(
      'the plan does not show the index items_ivfflat_vector_cosine_lists10, but Seq Scan',
    )
    expect(meanRecall(missing.answers)).toBe(1)
    const planted = indexName('items', hnsw('cosine'), 1)
    await sweep.session.script(`create index ${planted} on items using hnsw (embedding vector_l2_ops)`)
    const mistaken = await measurePoint(sweep.table, request(hnsw('cosine'), 40), queriesFor('cosine'))
    expect(mistaken.voidBecause).toMatch(
      /does not show the index items_hnsw_vector_cosine_m8_ef32, but Seq Scan/,
    )
    await dropIndexes(sweep.table, [planted])
  })

  it('see one index at a time, and none where the scan is exact; afterwards all stand', async () => {
    const indexes = [ivfflat(10), ivfflat(20), hnsw(), hnsw('cosine', 'halfvec')]
    await withIndexes(indexes, async () => {
      for (const index of indexes) {
        const point = await measurePoint(sweep.table, request(index, 10), queriesFor('cosine'))
        expect(point.forced.index).toBe(indexName('items', index, 1))
      }
      const exact = await measurePoint(
        sweep.table,
        request({ kind: 'exact', metric: 'cosine' }, 1),
        queriesFor('cosine'),
      )
      expect(exact).toMatchObject({
        voidBecause: null,
        forced: { index: null, node: 'Seq Scan', rowsVisited: ROWS },
      })
      expect(exact.natural).toEqual(exact.forced)
      expect(meanRecall(exact.answers)).toBe(1)
      const standing = await sweep.session.query(
        `select relname from pg_class where relname like 'items_%' and relkind = 'i' and relname <> 'items_pkey'`,
      )
      expect(standing).toHaveLength(indexes.length)
    })
  })

  it('tell what the planner would do alone, and from where on it leaves the index', async () => {
    const index = ivfflat(10)
    await withIndexes([index], async () => {
      const vector = at(sweep.vectors.queries.tuning, 0)
      const found = await findPlannerSwitch(sweep.table, index, { k: K, vector, limitMs: 60_000 })
      const { effort } = found.search ?? { effort: null }
      expect(effort).not.toBeNull()
      expect(found.text).toBe(`from probes ${effort} on the planner takes Seq Scan`)
      const at1 = await measurePoint(sweep.table, request(index, (effort ?? 0) - 1), queriesFor('cosine'))
      expect(at1.natural.index).toBe(at1.forced.index)
      const left = await measurePoint(sweep.table, request(index, effort ?? 0), queriesFor('cosine'))
      expect(left).toMatchObject({ voidBecause: null, natural: { index: null, rowsVisited: ROWS } })
    })
  })

  it('can be of a sample of the rows', async () => {
    const index = hnsw()
    const name = await build(index, 4)
    const vectors = sweep.vectors.queries.reporting
    const truth = neighboursByLoop(sweep.vectors, vectors, 'cosine', ({ id }) => id % 4 === 0)
    const point = await measurePoint(sweep.table, request(index, 40, { everyNth: 4 }), {
      set: 'reporting',
      vectors,
      truth,
    })
    expect(point).toMatchObject({ voidBecause: null, forced: { index: name } })
    expect(meanRecall(point.answers)).toBeGreaterThan(0.8)
    await dropIndexes(sweep.table, [name])
  })

  describe('under a filter', () => {
    const tenant = { condition: 'tenant_id = $2::integer', values: ['3'] }
    const search = (index: VectorIndex, changes: Partial<Search> = {}): Search => ({
      index,
      search: index.kind === 'exact' ? EXACT_SEARCH : searchFor(index, 20, K),
      k: K,
      filter: tenant,
      planMode: 'custom',
      visible: index.kind === 'exact' ? [] : [indexName('items', index, 1)],
      settings: { enable_seqscan: 'off' },
      limitMs: 60_000,
      ...changes,
    })
    const filtered = async (): Promise<QuerySet> => {
      const vectors = sweep.vectors.queries.reporting
      const bySql = { metric: 'cosine' as const, k: K, filter: tenant, settings: {}, vectors }
      return { set: 'reporting', vectors, truth: await truthBySql(sweep.table, bySql) }
    }

    it.each(['custom', 'generic'] as const)(
      'answers are short without iterative scans, %s plan',
      async (planMode) => {
        const index = hnsw()
        await withIndexes([index], async () => {
          const queries = await filtered()
          expect(at(queries.truth, 0).matching).toBe(ROWS / 20)
          const off = await measureSearch(sweep.table, search(index, { planMode }), queries)
          expect(off.plan?.index).toBe(indexName('items', index, 1))
          expect(off.answers.some(({ rows, rowsWanted }) => rows < rowsWanted)).toBe(true)
          const iterative = { ...searchFor(index, 20, K), iterative: 'strict_order' as const, bound: 20_000 }
          const on = await measureSearch(sweep.table, search(index, { planMode, search: iterative }), queries)
          expect(meanRecall(on.answers)).toBeGreaterThan(meanRecall(off.answers) + 0.2)
          expect(on.plan?.rowsVisited).toBeGreaterThan(off.plan?.rowsVisited ?? Infinity)
        })
      },
    )

    it('is a policy too: the application sees its tenant, and so does the truth', async () => {
      await sweep.session.script(`alter table items enable row level security;
        create policy own on items using (tenant_id = current_setting('app.tenant')::integer)`)
      const vectors = sweep.vectors.queries.reporting
      const settings = { 'app.tenant': '3' }
      const bySql = { metric: 'cosine' as const, k: K, filter: null, settings, vectors }
      const truth = await truthBySql(sweep.table, bySql)
      expect(truth).toEqual(await filteredAsOwner(vectors))
      const exact = await measureSearch(
        sweep.table,
        search({ kind: 'exact', metric: 'cosine' }, { filter: null, settings }),
        { set: 'reporting', vectors, truth },
      )
      expect(meanRecall(exact.answers)).toBe(1)
      await sweep.session.script('drop policy own on items; alter table items disable row level security')
    })

    const filteredAsOwner = (vectors: readonly Float32Array[]) =>
      truthBySql(
        { ...sweep.table, role: 'indexproof_owner' },
        { metric: 'cosine', k: K, filter: tenant, settings: {}, vectors },
      )
  })

  describe('know their truth', () => {
    it('only from a plan that is exact', async () => {
      const index = hnsw()
      await withIndexes([index], async () => {
        const settings = { enable_indexscan: 'on', enable_seqscan: 'off' }
        const vectors = sweep.vectors.queries.reporting
        await expect(
          truthBySql(sweep.table, { metric: 'cosine', k: K, filter: null, settings, vectors }),
        ).rejects.toThrow('the planner took the index items_hnsw_vector_cosine_m8_ef32')
        const scanned = await truthBySql(sweep.table, {
          metric: 'cosine',
          k: K,
          filter: null,
          settings: {},
          vectors,
        })
        expect(scanned.map(({ ids }) => ids)).toEqual(
          neighboursByLoop(sweep.vectors, vectors, 'cosine').map(({ ids }) => ids),
        )
      })
    })
  })

  describe('have settings', () => {
    it('that hold inside the view and nowhere else', async () => {
      const show = async (): Promise<unknown> =>
        (
          await sweep.session.query(`select current_setting('ivfflat.probes') as probes,
          current_setting('ivfflat.iterative_scan') as scan, current_user as role`)
        )[0]
      const settings = { 'ivfflat.probes': '17', 'ivfflat.iterative_scan': 'relaxed_order' }
      const inside = await withView(sweep.table, { visible: [], settings }, show)
      expect(inside).toEqual({ probes: '17', scan: 'relaxed_order', role: sweep.table.role })
      expect(await show()).toEqual({ probes: '1', scan: 'off', role: 'indexproof_owner' })
    })

    it('that the server took as they were given, or it is told', async () => {
      const view = (settings: Record<string, string>): Promise<void> =>
        withView(sweep.table, { visible: [], settings }, () => Promise.resolve())
      await expect(view({ 'ivfflat.iterative_scan': 'strict_order' })).rejects.toThrow('invalid value')
      await expect(view({ work_mem: '1000kB ' })).rejects.toThrow('The setting work_mem is "1000kB"')
    })
  })

  describe('need indexes', () => {
    it('whose builds are timed and sized, and told of what the server noticed', async () => {
      const index = { ...hnsw(), m: 24, efConstruction: 48 }
      const small = { ...LIMITS, memoryBytes: 2 ** 20 }
      const outcome = await buildIndex(sweep.table, index, small, { now }, 1)
      if (outcome.state === 'failed') throw new Error(outcome.reason)
      expect(outcome.build).toMatchObject({
        index,
        rowsAtBuild: ROWS,
        notices: [expect.stringMatching(/hnsw graph no longer fits into maintenance_work_mem/)],
        maintenanceWorkMemBytes: 2 ** 20,
        parallelWorkers: 0,
      })
      const again = await buildAgain(sweep.table, outcome.build, 2, LIMITS, { now })
      expect(again.builds).toHaveLength(3)
      for (const { durationMs, sizeBytes } of again.builds) {
        expect(durationMs).toBeGreaterThan(0)
        expect(sizeBytes).toBeGreaterThan(ROWS * DIMENSIONS * 4)
      }
      await dropIndexes(sweep.table, [indexName('items', index, 1)])
    })

    it('and a build that fails is an outcome, after which the session goes on', async () => {
      const outcome = await buildIndex(
        sweep.table,
        ivfflat(1000),
        { ...LIMITS, memoryBytes: 2 ** 20 },
        { now },
        1,
      )
      expect(outcome).toMatchObject({
        state: 'failed',
        reason: expect.stringMatching(
          /^the build failed: memory required is \d+ MB, maintenance_work_mem is 1 MB/,
        ),
      })
      expect(await sweep.session.query('select 1 as one')).toEqual([{ one: '1' }])
    })

    it('and little data is noticed', async () => {
      const roomy = { ...LIMITS, memoryBytes: 256 * 2 ** 20 }
      const outcome = await buildIndex(sweep.table, ivfflat(3000), roomy, { now }, 1)
      expect(outcome).toMatchObject({
        state: 'built',
        build: { notices: [expect.stringContaining('little data')] },
      })
      await dropIndexes(sweep.table, [indexName('items', ivfflat(3000), 1)])
    })
  })
})
