import { describe, expect, it } from 'vitest'
import { bootstrapMean } from '../../../src/model/vectors/bootstrap-mean.js'
import { explore, type ExploreOptions } from '../../../src/sweep/tuning/explore.js'
import type { ApproximateIndex } from '../../../src/sweep/indexes/index-operators.js'
import { measureFinalists } from '../../../src/sweep/measure-finalists.js'
import { EXACT_SEARCH } from '../../../src/sweep/search/search-settings.js'
import type { QuerySet } from '../../../src/sweep/searched-table.js'
import { tryIndex } from '../../../src/sweep/tuning/try-index.js'
import { K, neighboursByLoop, now, ROWS, withSweepTable, type SweepTable } from '../../support/sweep-table.js'

const indexed = { representation: 'vector', metric: 'cosine' } as const
const CANDIDATES: readonly ApproximateIndex[] = [
  { kind: 'ivfflat', ...indexed, lists: 20 },
  { kind: 'ivfflat', ...indexed, lists: 45 },
  { kind: 'hnsw', ...indexed, m: 8, efConstruction: 32 },
  { kind: 'hnsw', ...indexed, m: 16, efConstruction: 64 },
]

const options: ExploreOptions = {
  candidates: CANDIDATES,
  kept: [],
  rows: ROWS,
  k: K,
  targets: [0.8, 0.95],
  efforts: 'tuned',
  quantise: true,
  limits: { memoryBytes: 64 * 2 ** 20, parallelWorkers: 0, limitMs: 60_000 },
  searchLimitMs: 60_000,
  seed: 5,
  budget: { durationMs: 600_000, diskBytes: 2 ** 30 },
}

const queriesOf = ({ vectors }: SweepTable, set: 'tuning' | 'reporting', everyNth = 1): QuerySet => ({
  set,
  vectors: vectors.queries[set],
  truth: neighboursByLoop(vectors, vectors.queries[set], 'cosine', ({ id }) => id % everyNth === 0),
})

const ports = (sweep: SweepTable) => ({
  now,
  advance: () => {},
  truth: (everyNth: number) => Promise.resolve(queriesOf(sweep, 'tuning', everyNth)),
})

const standing = async ({ session }: SweepTable): Promise<readonly string[]> => {
  const rows =
    await session.query(`select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = 'items'::regclass and not i.indisprimary order by 1`)
  return rows.map((row) => row['name'] ?? '')
}

describe('exploring', () => {
  it('finds for each kind and target the fastest settings, whose indexes stand and take turns', async () => {
    await withSweepTable(async (sweep) => {
      const explored = await explore(sweep.table, options, ports(sweep))
      const chosen = explored.finalists.map(
        ({ index, target }) =>
          `${index.kind} ${index.kind === 'exact' ? '' : index.representation} ${target}`,
      )
      expect([...new Set(chosen)].toSorted()).toEqual(
        ['hnsw halfvec', 'hnsw vector', 'ivfflat halfvec', 'ivfflat vector'].flatMap((family) => [
          `${family} 0.8`,
          `${family} 0.95`,
        ]),
      )
      // The fastest, perhaps with effort to spare, perhaps the second of its family.
      const places = chosen.map((place) => chosen.filter((other) => other === place).length)
      expect(Math.max(...places)).toBeLessThanOrEqual(3)
      expect(explored.builds).toHaveLength(6)
      expect(explored.points.every(({ voidBecause }) => voidBecause === null)).toBe(true)
      const names = await standing(sweep)
      expect(names.length + explored.dropped.length).toBe(6)
      expect(explored.plannerSwitches).toHaveLength(names.length)
      for (const { index, search, target } of explored.finalists) {
        const point = explored.points.find((one) => one.index === index && one.search === search)
        const recalls = point?.answers.map(({ recall }) => recall) ?? [0]
        expect(bootstrapMean(recalls, options.seed).low).toBeGreaterThanOrEqual(target)
      }

      const exact = { index: { kind: 'exact', metric: 'cosine' } as const, search: EXACT_SEARCH, target: 1 }
      const finalists = await measureFinalists(
        sweep.table,
        [...explored.finalists, exact].map((one) => ({ ...one, entered: 'chosen' }) as const),
        queriesOf(sweep, 'reporting'),
        {
          k: K,
          limitMs: 60_000,
          seed: 5,
          rounds: { least: 3, most: 3 },
          queriesPerRound: 10,
          deadlineNs: Infinity,
        },
        { now, advance: () => {} },
      )
      for (const { point, roundsMs } of finalists) {
        expect(point).toMatchObject({ queries: 'reporting', voidBecause: null })
        expect(roundsMs.map((round) => round.length)).toEqual([10, 10, 10])
        expect(roundsMs.flat().every((latencyMs) => latencyMs > 0)).toBe(true)
      }
      expect(await standing(sweep)).toEqual(names)
    })
  })

  it('gives up what is too large or too late, with the reason; a try on a sample leaves nothing either', async () => {
    await withSweepTable(async (sweep) => {
      const small = { ...options, quantise: false }
      const crowded = await explore(
        sweep.table,
        { ...small, budget: { durationMs: 600_000, diskBytes: 1000 } },
        ports(sweep),
      )
      expect(crowded).toMatchObject({ builds: [], points: [], finalists: [] })
      expect(crowded.dropped).toHaveLength(CANDIDATES.length)
      expect(crowded.dropped[0]?.reason).toMatch(
        /^it would have taken about \d+ MB, and 0 MB of disk were left$/,
      )
      const late = await explore(
        sweep.table,
        { ...small, budget: { durationMs: 0, diskBytes: 2 ** 30 } },
        ports(sweep),
      )
      expect(late.dropped.map(({ reason }) => reason)).toEqual(
        CANDIDATES.map(() => 'no time was left for it'),
      )

      const [, , candidate] = CANDIDATES
      if (candidate === undefined) throw new Error('no candidate')
      const trial = await tryIndex(sweep.table, candidate, 4, options, ports(sweep))
      expect(trial).toMatchObject({ everyNth: 4, failure: null, build: { rowsAtBuild: ROWS / 4 } })
      expect(trial.costs.every((cost) => cost !== null && cost > 0)).toBe(true)
      expect(await standing(sweep)).toEqual([])
    })
  })

  it('measures a grid at every effort that was asked for', async () => {
    await withSweepTable(async (sweep) => {
      const { points, finalists } = await explore(
        sweep.table,
        {
          ...options,
          quantise: false,
          efforts: { probes: [1, 20, 45], efSearch: [10, 200], iterative: ['off'] },
        },
        ports(sweep),
      )
      expect(points.map(({ index, search }) => `${index.kind} ${search.effort}`).toSorted()).toEqual(
        'ivfflat 1|ivfflat 20|ivfflat 1|ivfflat 20|ivfflat 45|hnsw 10|hnsw 200|hnsw 10|hnsw 200'
          .split('|')
          .toSorted(),
      )
      expect(finalists.length).toBeGreaterThanOrEqual(2)
    })
  })

  it('measures a grid with every iterative scan, which then is in effect', async () => {
    await withSweepTable(async (sweep) => {
      const [ivfflat, hnsw] = [{ ...indexed, kind: 'ivfflat', lists: 400 }, CANDIDATES[2]] as const
      if (hnsw === undefined) throw new Error('no candidate')
      const efforts = {
        probes: [1],
        efSearch: [1],
        iterative: ['off', 'strict_order', 'relaxed_order'],
      } as const
      const { points, finalists } = await explore(
        sweep.table,
        { ...options, candidates: [ivfflat, hnsw], quantise: false, targets: [0.1], efforts },
        ports(sweep),
      )
      const found = points.map(({ index, search, answers, voidBecause }) => {
        const rows = Math.min(...answers.map((answer) => answer.rows))
        return { scan: `${index.kind} ${search.iterative}`, isShort: rows < K, voidBecause }
      })
      // So little effort gives fewer rows than the LIMIT, unless the scan goes on.
      expect(found).toEqual([
        { scan: 'ivfflat off', isShort: true, voidBecause: null },
        { scan: 'ivfflat relaxed_order', isShort: false, voidBecause: null },
        { scan: 'hnsw off', isShort: true, voidBecause: null },
        { scan: 'hnsw strict_order', isShort: false, voidBecause: null },
        { scan: 'hnsw relaxed_order', isShort: false, voidBecause: null },
      ])
      expect(finalists.map(({ index }) => index.kind)).toContain('hnsw')
    })
  })
})
