import { describe, expect, it } from 'vitest'
import type { FilterEvidence } from '../../../src/model/vectors/filter-evidence.js'
import { buildIndex } from '../../../src/sweep/indexes/build-index.js'
import type { FilterOptions, FilterPorts, MeasuredFilters } from '../../../src/sweep/filters/course.js'
import { passes } from '../../../src/sweep/filters/filtered-rows.js'
import { measureFilters } from '../../../src/sweep/filters/measure-filters.js'
import { searchFor } from '../../../src/sweep/search/search-settings.js'
import type { SearchedTable } from '../../../src/sweep/searched-table.js'
import type { Session } from '../../../src/postgres/session.js'
import {
  K,
  neighboursByLoop,
  now,
  ROWS,
  smallVectors,
  withSweepTable,
  type SweepTable,
} from '../../support/sweep-table.js'

const indexed = { representation: 'vector', metric: 'cosine' } as const
const HNSW = { kind: 'hnsw', ...indexed, m: 8, efConstruction: 32 } as const
const IVFFLAT = { kind: 'ivfflat', ...indexed, lists: 20 } as const
const TUNED = [
  { index: HNSW, search: searchFor(HNSW, 20, K) },
  { index: IVFFLAT, search: searchFor(IVFFLAT, 2, K) },
]
const BUILD = { memoryBytes: 64 * 2 ** 20, parallelWorkers: 0 }

const options: FilterOptions = {
  k: K,
  limitMs: 60_000,
  mostQueries: 8,
  build: BUILD,
  diskBytes: 2 ** 30,
  deadlineNs: Infinity,
  withIterativeScans: true,
  seed: 7,
}

/** 1 % of the rows are tenant 1's, 29 % tenant 2's, 10 % tenant 3's, whatever they are like. */
const tenantOf = (id: number): number => {
  if (id % 100 === 0) return 1
  return id % 10 < 3 ? 2 : id % 10 === 3 ? 3 : 4
}

const portsOf = ({ vectors }: SweepTable): FilterPorts => ({
  now,
  advance: () => {},
  nearest: (rows, queries, count) =>
    Promise.resolve(
      neighboursByLoop(vectors, queries, 'cosine', (item) => rows === null || passes(rows, item), count),
    ),
})

async function buildTuned({ table }: SweepTable): Promise<void> {
  for (const { index } of TUNED) {
    expect(await buildIndex(table, index, { ...BUILD, limitMs: 60_000 }, { now }, 1)).toMatchObject({
      state: 'built',
    })
  }
}

function measure(
  sweep: SweepTable,
  changes: Partial<FilterOptions> = {},
  ports: Partial<FilterPorts> = {},
): Promise<MeasuredFilters> {
  const held = { set: 'reporting', vectors: sweep.vectors.queries.reporting } as const
  const { matrix } = sweep.vectors
  return measureFilters(
    sweep.table,
    TUNED,
    matrix,
    held,
    { ...options, ...changes },
    { ...portsOf(sweep), ...ports },
  )
}

/** Tables, indexes and policies that are there. */
const standing = async ({ session }: SweepTable): Promise<readonly unknown[]> =>
  session.query(
    `select relname, relrowsecurity from pg_class where relname like 'items%'
     union all select polname, true from pg_policy order by 1`,
  )

/** What is between the separators, before the first and after the last. */
const splitAt = (log: readonly string[], separator: string): string[][] => {
  const parts: string[][] = [[]]
  for (const line of log) {
    if (line === separator) parts.push([])
    else parts.at(-1)?.push(line)
  }
  return parts
}

const meanRecall = ({ answers }: FilterEvidence): number =>
  answers.reduce((sum, { recall }) => sum + recall, 0) / answers.length

describe('filters', () => {
  it('are measured by selectivity, correlation and strategy, and nothing of it stays', async () => {
    await withSweepTable(async (sweep) => {
      await buildTuned(sweep)
      const { evidence } = await measure(sweep)
      const by = (name: string, strategy: string): FilterEvidence[] =>
        evidence.filter((one) => one.filter.name === name && one.strategy === strategy)
      expect(evidence.map(({ voidBecause }) => voidBecause).filter((reason) => reason !== null)).toEqual([])
      for (const one of evidence) {
        expect(one.answers.length).toBeGreaterThanOrEqual(5)
        expect(one.latenciesMs).toHaveLength(one.answers.length)
        expect(one.filter.matching).toBeCloseTo(one.filter.selectivity * ROWS)
      }

      const tenant3 = 'tenant 3, anywhere'
      expect(by(tenant3, 'B-tree and exact sort')).toMatchObject([
        {
          filter: { condition: 'tenant_id = 3', by: 'where', selectivity: 0.1, correlation: 'none' },
          index: { kind: 'exact' },
          plan: { index: 'items_tenant_id' },
        },
      ])
      expect(
        by(tenant3, 'planner’s choice').map(({ index, planMode }) => `${index.kind} ${planMode}`),
      ).toEqual(['hnsw custom', 'hnsw generic', 'ivfflat custom', 'ivfflat generic'])
      expect(by(tenant3, 'approximate, strict order').map(({ index }) => index.kind)).toEqual(['hnsw'])
      expect(by(tenant3, 'approximate, relaxed order').map(({ search }) => search.iterative)).toEqual([
        'relaxed_order',
        'relaxed_order',
      ])
      const [off] = by(tenant3, 'approximate, no iterative scan')
      const [strict] = by(tenant3, 'approximate, strict order')
      if (off === undefined || strict === undefined) throw new Error('not measured')
      expect(off.plan.index).toBe('items_hnsw_vector_cosine_m8_ef32')
      expect(off.answers.some(({ rows, rowsWanted }) => rows < rowsWanted)).toBe(true)
      expect(meanRecall(strict)).toBeGreaterThan(meanRecall(off) + 0.2)
      for (const exact of evidence.filter(({ strategy }) => strategy === 'B-tree and exact sort')) {
        expect(meanRecall(exact)).toBe(1)
      }

      const policed = by(`${tenant3}, by policy`, 'approximate, no iterative scan')
      expect(policed).toHaveLength(2)
      expect(policed[0]).toMatchObject({
        filter: {
          by: 'row-level security',
          condition: `tenant_id = current_setting('app.tenant')::integer`,
        },
        plan: { index: 'items_hnsw_vector_cosine_m8_ef32' },
      })
      expect(policed[0]?.answers.map(({ rows }) => rows)).toEqual(off.answers.map(({ rows }) => rows))

      const hot = 'tenant 2, anywhere'
      expect(by(hot, 'partial index').map(({ plan }) => plan.index)).toEqual([
        'items_hnsw_vector_cosine_m8_ef32_tenant2',
        'items_ivfflat_vector_cosine_lists6_tenant2',
      ])
      expect(by(tenant3, 'partial index')).toEqual([])
      for (const partition of [...by(hot, 'partition'), ...by(tenant3, 'partition')]) {
        expect(partition.plan.rowsVisited).toBeLessThanOrEqual(partition.filter.matching)
        // Nothing is lost to other tenants: their rows are elsewhere.
        expect(partition.answers.every(({ rows }) => rows === K)).toBe(true)
        // K-means begins at random, and one list of few is probed.
        expect(meanRecall(partition)).toBeGreaterThan(partition.index.kind === 'hnsw' ? 0.6 : 0.3)
      }
      expect(by(hot, 'partition').map(({ plan }) => plan.index)).toEqual([
        'items_by_tenant_2_hnsw_vector_cosine_m8_ef32',
        'items_by_tenant_2_ivfflat_vector_cosine_lists6',
      ])
      expect(by(tenant3, 'partition')).toHaveLength(2)

      expect(await standing(sweep)).toEqual([
        { relname: 'items', relrowsecurity: 'f' },
        { relname: 'items_hnsw_vector_cosine_m8_ef32', relrowsecurity: 'f' },
        { relname: 'items_ivfflat_vector_cosine_lists20', relrowsecurity: 'f' },
        { relname: 'items_pkey', relrowsecurity: 'f' },
      ])
    }, smallVectors(tenantOf))
  })

  it('let their strategies take turns, partial index and partition among them', async () => {
    await withSweepTable(async (sweep) => {
      await buildTuned(sweep)
      // A visit is known by what it hides, a round by what is said before it.
      const log: string[] = []
      const { session } = sweep
      const watched: SearchedTable = {
        ...sweep.table,
        session: new Proxy(session, {
          get: (target, property: keyof Session) =>
            property === 'script'
              ? (sql: string) => {
                  if (sql.startsWith('drop index')) log.push(sql)
                  return target.script(sql)
                }
              : Reflect.get(target, property).bind(target),
        }),
      }
      const { evidence } = await measure(
        { ...sweep, table: watched },
        { mostQueries: 20 },
        {
          advance: (_, detail) => log.push(detail),
        },
      )
      const hot = evidence.filter(({ filter }) => filter.name === 'tenant 2, anywhere')
      expect(hot.map(({ strategy }) => strategy)).toEqual(
        expect.arrayContaining(['planner’s choice', 'partial index', 'partition']),
      )
      expect(hot[0]?.latenciesMs.length).toBeGreaterThan(10)
      const said = 'tenant 2, anywhere: in turns'
      const [, first = [], second = []] = splitAt(log, said)
      expect(first).toHaveLength(hot.length)
      // What follows the last round is of the next filter.
      const last = second.slice(0, hot.length)
      expect(last.toSorted()).toEqual(first.toSorted())
      expect(last).not.toEqual(first)
    }, smallVectors(tenantOf))
  })

  it('end where SQL finds other neighbours under the filter', async () => {
    await withSweepTable(async (sweep) => {
      await buildTuned(sweep)
      const { nearest } = portsOf(sweep)
      const forgetful: FilterPorts['nearest'] = async (rows, queries, count) => {
        const found = await nearest(rows, queries, count + (rows === null ? 0 : 1))
        return rows === null
          ? found
          : found.map((one) => ({ ...one, ids: one.ids.slice(1), distances: one.distances.slice(1) }))
      }
      await expect(measure(sweep, {}, { nearest: forgetful })).rejects.toThrow(
        /^Among .+, the exact neighbours of query 0 are not those that SQL finds: neighbour 1 is at/,
      )
      expect(await standing(sweep)).toHaveLength(4)
    }, smallVectors(tenantOf))
  })

  it('whose time ends early have the first strategies timed on as many queries', async () => {
    await withSweepTable(async (sweep) => {
      await buildTuned(sweep)
      const endAfter = (steps: number): Promise<MeasuredFilters> => {
        let said = 0
        return measure(
          sweep,
          { deadlineNs: steps, mostQueries: 20 },
          { now: () => said, advance: () => (said += 1) },
        )
      }
      const { evidence } = await endAfter(6)
      expect(
        evidence.map(({ filter, strategy, planMode }) => [filter.selectivity, strategy, planMode]),
      ).toEqual([
        [0.01, 'B-tree and exact sort', 'custom'],
        [0.01, 'planner’s choice', 'custom'],
        [0.01, 'planner’s choice', 'generic'],
        [0.01, 'planner’s choice', 'custom'],
        [0.01, 'planner’s choice', 'generic'],
      ])
      const brokenOff = (await endAfter(55)).evidence.filter(({ answers }) => answers.length === 20)
      expect(brokenOff.map(({ strategy }) => strategy)).toContain('planner’s choice')
      for (const { latenciesMs } of brokenOff) expect(latenciesMs).toHaveLength(10)
    }, smallVectors(tenantOf))
  })

  it('say what there was no room and no time for', async () => {
    await withSweepTable(async (sweep) => {
      await buildTuned(sweep)
      const { evidence, leftOut } = await measure(sweep, { diskBytes: 1000, mostQueries: 5 })
      const strategies = new Set(evidence.map(({ strategy }) => strategy))
      expect(strategies).not.toContain('partition')
      expect(strategies).not.toContain('partial index')
      expect(leftOut).toEqual(
        expect.arrayContaining([
          'partition of tenant 2: 1 MB are needed, and 0 MB of disk are left',
          'partial indexes of tenant 2: 1 MB are needed, and 0 MB of disk are left',
        ]),
      )

      // A partition comes before partial indexes.
      const tight = await measure(sweep, { diskBytes: 2 ** 19, mostQueries: 5 })
      expect(tight.leftOut.filter((text) => text.startsWith('parti'))).toEqual([
        'partial indexes of tenant 2: 1 MB are needed, and 0 MB of disk are left',
      ])

      // HNSW goes on on disk where memory ends.
      const poor = await measure(sweep, { build: { ...BUILD, memoryBytes: 64 * 1024 }, mostQueries: 5 })
      const built = poor.evidence.filter(
        ({ filter, strategy }) => filter.condition === 'tenant_id = 2' && strategy.startsWith('parti'),
      )
      expect(built.map(({ strategy, index }) => `${strategy}, ${index.kind}`)).toEqual([
        'partial index, hnsw',
        'partition, hnsw',
      ])
      expect(poor.leftOut.filter((text) => /tenant_?2/.test(text))).toEqual([
        expect.stringMatching(
          /^partial index items_ivfflat\w+_tenant2: the build failed: memory required is/,
        ),
        expect.stringMatching(
          /^partition items_by_tenant_2_ivfflat\w+: the build failed: memory required is/,
        ),
      ])
      expect(await standing(sweep)).toHaveLength(4)

      // Where time is short almost every filter comes to its turn, with the planner's choice and the exact way alone.
      let begun = 0
      const narrow = await measure(
        sweep,
        { deadlineNs: 120, mostQueries: 5 },
        { now: () => begun, advance: () => (begun += 1) },
      )
      const strategiesOf = (name: string): Set<string> =>
        new Set(narrow.evidence.filter(({ filter }) => filter.name === name).map(({ strategy }) => strategy))
      const names = [...new Set(narrow.evidence.map(({ filter }) => filter.name))]
      const isWhole = (name: string): boolean => strategiesOf(name).has('approximate, relaxed order')
      expect(isWhole(names[0] ?? '')).toBe(true)
      // The last may have been broken off.
      const short = names.slice(0, -1).filter((name) => !isWhole(name))
      expect(short.length).toBeGreaterThan(0)
      for (const name of short) {
        expect(strategiesOf(name)).toEqual(new Set(['B-tree and exact sort', 'planner’s choice']))
        expect(narrow.leftOut).toContain(`${name}: no time was left for every strategy`)
      }
      const all = await measure(sweep, { mostQueries: 5 })
      const allNames = [...new Set(all.evidence.map(({ filter }) => filter.name))]
      expect(names).toEqual(allNames.slice(0, names.length))
      expect(names.length).toBeGreaterThanOrEqual(allNames.length - 1)

      const older = await measure(sweep, { withIterativeScans: false, mostQueries: 5 })
      expect(older.evidence.every(({ search }) => search.iterative === 'off')).toBe(true)
      expect(older.evidence.some(({ strategy }) => strategy === 'approximate, no iterative scan')).toBe(true)
      expect(older.leftOut).toContain('iterative scans: pgvector has them from 0.8 on')

      const late = await measure(sweep, { deadlineNs: 0 })
      expect(late.evidence).toEqual([])
      expect(late.leftOut).toContain('tenant 3, anywhere: no time was left for it')
    }, smallVectors(tenantOf))
  })
})
