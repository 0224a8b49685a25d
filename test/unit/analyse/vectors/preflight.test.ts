import { describe, expect, it } from 'vitest'
import { preflight } from '../../../../src/analyse/vectors/preflight.js'
import type { PreflightFacts } from '../../../../src/analyse/vectors/preflight/finding.js'
import type { SearchSettings, VectorIndex } from '../../../../src/model/vectors/vector-index.js'

const indexed = { representation: 'vector', metric: 'cosine' } as const
const ivfflat = (lists: number) => ({ kind: 'ivfflat', ...indexed, lists }) as const
const hnsw = { kind: 'hnsw', ...indexed, m: 16, efConstruction: 64 } as const
const search = (effort: number, changes: Partial<SearchSettings> = {}): SearchSettings => ({
  effort,
  iterative: 'off',
  bound: null,
  rerank: null,
  ...changes,
})

const facts: PreflightFacts = {
  rows: 100_000,
  dimensions: 384,
  k: 10,
  maintenanceWorkMemBytes: 2 ** 30,
  parallelWorkers: 0,
  pgvector: '0.8.4',
  selectivities: [],
}

const found = (
  index: VectorIndex,
  changes: Partial<PreflightFacts> = {},
  settings: SearchSettings | null = null,
): readonly { severity: string; text: string; advice: string | null }[] =>
  preflight(index, settings, { ...facts, ...changes }).map(({ severity, text, advice }) => ({
    severity,
    text,
    advice,
  }))

describe('preflight', () => {
  it('finds nothing where nothing is wrong, and nothing to say of the exact scan', () => {
    expect(found(hnsw, {}, search(40))).toEqual([])
    expect(found(ivfflat(100), {}, search(10))).toEqual([])
    expect(found({ kind: 'exact', metric: 'cosine' }, { dimensions: 100_000 })).toEqual([])
  })

  describe('of memory', () => {
    const small = { maintenanceWorkMemBytes: 64 * 2 ** 20 }

    it('computes k-means, and what would fit', () => {
      expect(found(ivfflat(500), { ...small, rows: 30_000, dimensions: 100 })).toEqual([])
      expect(found(ivfflat(550), { ...small, rows: 30_000, dimensions: 100 })).toEqual([
        {
          severity: 'impossible',
          text: 'K-means for 550 lists needs 71 MB, and maintenance_work_mem is 64 MB: CREATE INDEX would fail.',
          advice: `SET maintenance_work_mem = '71MB', or lists = 522`,
        },
      ])
    })

    it('computes the graph, which builders share', () => {
      const text =
        'The graph takes about 219 MB, and maintenance_work_mem is 64 MB: it is full after 29,330 rows, and the build takes about 2.2 times as long.'
      const advice = `SET maintenance_work_mem = '219MB'`
      expect(found(hnsw, small)).toEqual([{ severity: 'warning', text, advice }])
      expect(found(hnsw, { ...small, parallelWorkers: 2 })[0]?.advice).toBe(
        `${advice}; parallel builders share it (in Docker: --shm-size of as much)`,
      )
    })
  })

  describe('of limits', () => {
    it.each([
      ['vector', 2000, 'Index them as halfvec: it holds up to 4,000.'],
      ['halfvec', 4000, 'Index them as bit: it holds up to 64,000.'],
      ['bit', 64_000, 'Shorten the vectors: no index holds as many dimensions.'],
    ] as const)('knows how many dimensions an index of %s holds', (representation, most, advice) => {
      const index = { ...hnsw, representation }
      expect(found(index, { dimensions: most })).toEqual([])
      expect(found(index, { dimensions: most + 1 })[0]).toMatchObject({ severity: 'impossible', advice })
    })

    it('knows that ef_construction is at least twice m, and lists end at 32,768', () => {
      expect(found({ ...hnsw, efConstruction: 31 })[0]).toMatchObject({
        severity: 'impossible',
        advice: 'ef_construction = 32',
      })
      const many = found(ivfflat(40_000), { rows: 1e7, maintenanceWorkMemBytes: 1e12 })
      expect(many[0]).toMatchObject({ severity: 'impossible', advice: 'lists = 32768' })
    })

    it('warns of bits in few dimensions', () => {
      expect(found({ ...hnsw, representation: 'bit' })[0]).toMatchObject({ severity: 'warning' })
      expect(found({ ...hnsw, representation: 'bit' }, { dimensions: 768 })).toEqual([])
    })
  })

  describe('of lists', () => {
    it('warns below 50 rows a list, of which pgvector says nothing', () => {
      expect(found(ivfflat(30), { rows: 1500 })).toEqual([])
      expect(found(ivfflat(30), { rows: 300 })).toEqual([
        {
          severity: 'warning',
          text: '300 rows are 10 a list: with fewer than 50 the centres say little of their rows, and recall is lost without a notice.',
          advice: 'lists = 6',
        },
      ])
    })

    it('warns of an index that a migration builds on an empty table', () => {
      expect(found(ivfflat(100), { rows: 0 })[0]).toMatchObject({
        severity: 'warning',
        advice: 'Load the rows first, or REINDEX once they are there.',
      })
    })
  })

  describe('of searches', () => {
    it('warns where ef_search is less than LIMIT: 40 rows of 100', () => {
      expect(found(hnsw, { k: 100 }, search(40))).toEqual([
        {
          severity: 'warning',
          text: 'ef_search = 40 is less than LIMIT 100: a search returns 40 rows.',
          advice: 'hnsw.ef_search = 100 or more',
        },
      ])
      expect(found(hnsw, { k: 100 }, search(100))).toEqual([])
    })

    it('warns where a filter leaves fewer than twice the rows wanted', () => {
      expect(found(hnsw, { selectivities: [0.01, 0.1, 0.6] }, search(40))).toEqual([
        {
          severity: 'warning',
          text: 'Under a filter that 1 % of the rows pass, hnsw.ef_search = 40 leaves about 0.4 rows of the 10 wanted.',
          advice:
            "hnsw.iterative_scan = 'relaxed_order'; where few rows pass (1,000 here), a B-tree on the filter and an exact sort",
        },
        {
          severity: 'warning',
          text: 'Under a filter that 10 % of the rows pass, hnsw.ef_search = 40 leaves about 4 rows of the 10 wanted.',
          advice:
            "hnsw.iterative_scan = 'relaxed_order', or hnsw.ef_search = 200; where few rows pass (10,000 here), a B-tree on the filter and an exact sort",
        },
      ])
    })

    it('counts the rows of the lists that are probed', () => {
      const filtered = { selectivities: [0.001] }
      expect(found(ivfflat(100), filtered, search(10))[0]?.advice).toMatch(/, or ivfflat\.probes = 20;/)
      expect(found(ivfflat(100), filtered, search(20))).toEqual([])
      expect(found(ivfflat(100), { selectivities: [0.0001] }, search(100))).toEqual([])
    })

    it('says which search it means, and of what is about the index none', () => {
      const findings = preflight(hnsw, search(40), { ...facts, pgvector: '0.8.0', selectivities: [0.01] })
      expect(findings.map((finding) => [finding.severity, finding.search?.effort ?? null])).toEqual([
        ['note', null],
        ['warning', 40],
      ])
    })

    it('leaves iterative scans to go on', () => {
      const settings = search(40, { iterative: 'strict_order' })
      expect(found(hnsw, { k: 100, selectivities: [0.001] }, settings)).toEqual([])
    })
  })

  describe('of versions', () => {
    const textsOf = (changes: Partial<PreflightFacts>, settings: SearchSettings | null = null) =>
      found(hnsw, changes, settings).map(({ severity, text }) => `${severity}: ${text}`)

    it('knows the defects of 0.8.0, that of parallel builds where there are any', () => {
      const overflow =
        'warning: pgvector 0.8.0 can overflow a buffer when it builds HNSW with parallel workers (until 0.8.2).'
      const vacuum = 'note: pgvector 0.8.0 has defects in VACUUM of its indexes (until 0.8.4).'
      expect(textsOf({ pgvector: '0.8.0', parallelWorkers: 2 })).toEqual([overflow, vacuum])
      expect(textsOf({ pgvector: '0.8.0' })).toEqual([vacuum])
      expect(found(hnsw, { pgvector: '0.8.1', parallelWorkers: 2 })[0]?.advice).toBe(
        'Upgrade pgvector to 0.8.2 or later, or SET max_parallel_maintenance_workers = 0 for the build.',
      )
      expect(textsOf({ pgvector: '0.8.4', parallelWorkers: 2 })).toEqual([])
      expect(textsOf({ pgvector: '0.10.0', parallelWorkers: 2 })).toEqual([])
    })

    it('knows what older ones lack', () => {
      const iterative = search(40, { iterative: 'relaxed_order' })
      expect(textsOf({ pgvector: '0.7.4' }, iterative)[0]).toBe(
        'impossible: pgvector 0.7.4 has no iterative scans (until 0.8.0).',
      )
      expect(found({ ...hnsw, representation: 'halfvec' }, { pgvector: '0.6.2' })[0]).toMatchObject({
        severity: 'impossible',
      })
    })
  })
})
