import { describe, expect, it } from 'vitest'
import { judgeInspection } from '../../../../src/analyse/inspection/judge-inspection.js'
import { inspectionSchema, type Inspection } from '../../../../src/model/inspection.js'
import type { InspectionFacts } from '../../../../src/model/inspection-facts.js'
import { indexUsage, inspectionFacts, tableFacts } from '../../../support/inspection.js'

const judged = (changes: Partial<InspectionFacts> = {}): Inspection =>
  inspectionSchema.parse(judgeInspection(inspectionFacts(changes), '0.1.0'))

const subjects = (inspection: Inspection, kind: string): string[] =>
  inspection.findings.filter((finding) => finding.kind === kind).map(({ subject }) => subject)

const autovacuumOff = { ...inspectionFacts().database.autovacuum, enabled: false }

describe('judgeInspection', () => {
  it('finds nothing in an empty database', () => {
    expect(judged()).toMatchObject({ findings: [], indexes: [], overlaps: [], summary: { indexes: 0 } })
  })

  it('calls unused what was never scanned, but not what enforces something', () => {
    const inspection = judged({
      indexes: [
        indexUsage('used', ['a'], {}, { scans: 5 }),
        indexUsage('idle', ['b']),
        indexUsage('pkey', ['c'], { unique: true, constraint: 'pkey' }),
        indexUsage('unique', ['d'], { unique: true }),
        indexUsage('excluding', ['e'], { method: 'gist' }, { exclusion: true }),
      ],
    })
    expect(Object.fromEntries(inspection.indexes.map(({ index, state }) => [index, state]))).toEqual({
      'public.used': 'used',
      'public.idle': 'unused',
      'public.pkey': 'enforcing',
      'public.unique': 'enforcing',
      'public.excluding': 'enforcing',
    })
    expect(subjects(inspection, 'unused index')).toEqual(['public.idle'])
    expect(inspection.summary).toMatchObject({ indexes: 5, usedIndexes: 1, unusedIndexes: 1 })
  })

  it('calls nothing unused where nothing is counted', () => {
    const database = { ...inspectionFacts().database, counting: false }
    const inspection = judged({ database, indexes: [indexUsage('idle', ['a'])] })
    expect(inspection.findings).toEqual([])
    expect(inspection.notes.join(' ')).toContain('track_counts is off')
  })

  it('tells an index that is being built from one that failed', () => {
    const broken = { valid: false }
    const inspection = judged({
      indexes: [
        indexUsage('failed', ['a'], broken),
        indexUsage('growing', ['b'], broken, { building: true }),
      ],
    })
    expect(subjects(inspection, 'invalid index')).toEqual(['public.failed'])
  })

  it('does not take one rule for a duplicate of another', () => {
    const inspection = judged({
      indexes: [
        indexUsage('distinct', ['a'], { unique: true }),
        indexUsage('not_distinct', ['a'], { unique: true }, { nullsNotDistinct: true }),
        indexUsage('pkey', ['b'], { unique: true, constraint: 'pkey' }),
        indexUsage('referenced', ['b'], { unique: true, constraint: 'key' }, { referenced: true }),
        indexUsage('excl_1', ['c'], { method: 'gist', constraint: 'x1' }, { exclusion: true }),
        indexUsage('excl_2', ['c'], { method: 'gist', constraint: 'x2' }, { exclusion: true }),
      ],
    })
    expect(inspection.overlaps).toEqual([])
  })

  it('finds the plain twin of a unique index, and the twin of a part of a partitioned index', () => {
    const partition = { table: 'public.messages_1' }
    const inspection = judged({
      indexes: [
        indexUsage('plain', ['a']),
        indexUsage('unique', ['a'], { unique: true }),
        indexUsage('part', ['a'], { ...partition, partOf: 'public.whole' }),
        indexUsage('own', ['a'], partition),
      ],
    })
    expect(inspection.overlaps.map(({ kind, index, of }) => [kind, index, of])).toEqual([
      ['duplicate', 'public.plain', 'public.unique'],
      ['duplicate', 'public.own', 'public.part'],
    ])
  })

  it.each([
    { options: [], vacuumAbove: 93 },
    { options: ['autovacuum_vacuum_scale_factor=0.05'], vacuumAbove: 60 },
    { options: ['autovacuum_vacuum_threshold=10', 'autovacuum_vacuum_scale_factor=0'], vacuumAbove: 10 },
    { options: ['autovacuum_vacuum_scale_factor=-1', 'fillfactor=70'], vacuumAbove: 93 },
  ])('adds up when 216 rows call autovacuum with $options: $vacuumAbove', ({ options, vacuumAbove }) => {
    const [table] = judged({ tables: [tableFacts({ options })] }).tables
    expect(Math.floor(table?.autovacuum.vacuumAbove ?? 0)).toBe(vacuumAbove)
  })

  it('never waits for more dead rows than the maximum of PostgreSQL 18, unless it is off', () => {
    const due = (vacuumMaxThreshold: number, options: string[] = []): number | undefined => {
      const { database } = inspectionFacts()
      const autovacuum = { ...database.autovacuum, vacuumMaxThreshold }
      const tables = [tableFacts({ rowsAtStatistics: 1e9, options })]
      return judged({ database: { ...database, autovacuum }, tables }).tables[0]?.autovacuum.vacuumAbove
    }
    expect(due(100_000_000)).toBe(1e8)
    expect(due(100_000_000, ['autovacuum_vacuum_max_threshold=-1'])).toBeCloseTo(200_000_050)
    expect(due(-1)).toBeCloseTo(200_000_050)
  })

  it('finds dead rows above the threshold, and a table or a server without autovacuum', () => {
    const tables = [
      tableFacts({ table: 'public.dirty', deadRows: 94 }),
      tableFacts({ table: 'public.clean', deadRows: 93 }),
      tableFacts({ table: 'public.left', options: ['autovacuum_enabled=off'] }),
    ]
    const inspection = judged({ tables })
    expect(subjects(inspection, 'dead rows')).toEqual(['public.dirty'])
    expect(subjects(inspection, 'autovacuum off')).toEqual(['public.left'])
    const off = { ...inspectionFacts().database, autovacuum: autovacuumOff }
    expect(subjects(judged({ database: off, tables }), 'autovacuum off')).toHaveLength(3)
  })

  it('gives the share of scans by index, of each table', () => {
    const [table, empty] = judged({
      tables: [tableFacts({ indexScans: 9765, sequentialScans: 235 }), tableFacts()],
    }).tables
    expect(table?.indexShare).toBeCloseTo(0.9765)
    expect(empty?.indexShare).toBeNull()
  })

  it('tells the size of a partitioned index by its parts', () => {
    const top = { sizeBytes: 0 }
    const inspection = judged({
      indexes: [
        indexUsage('top', ['a'], top, { partitioned: true }),
        indexUsage('twin', ['a'], top, { partitioned: true }),
        indexUsage('part', ['a'], { table: 'public.part', sizeBytes: 300, partOf: 'public.twin' }),
        indexUsage('other', ['a'], { table: 'public.other', sizeBytes: 40, partOf: 'public.twin' }),
      ],
    })
    expect(inspection.overlaps).toMatchObject([{ index: 'public.twin', of: 'public.top', sizeBytes: 340 }])
  })

  it('finds sequential scans that read many rows often, and cold caches that were asked often', () => {
    const scanned = { sequentialScans: 10, sequentialRows: 100_000 }
    const inspection = judged({
      indexes: ['a', 'b'].map((key) => indexUsage(key, [key], { table: 'public.built' }, { scans: 1 })),
      tables: [
        tableFacts({ table: 'public.scanned', ...scanned }),
        tableFacts({ table: 'public.built', sequentialScans: 13, sequentialRows: 1_300_000 }),
        tableFacts({ table: 'public.once', sequentialScans: 1, sequentialRows: 1e9 }),
        tableFacts({ table: 'public.cold', heapHits: 5_000, heapReads: 5_000, indexHits: 5, indexReads: 5 }),
      ],
    })
    expect(subjects(inspection, 'sequential scans')).toEqual(['public.scanned'])
    expect(subjects(inspection, 'cache')).toEqual(['public.cold'])
  })

  it('takes measured bloat before estimated, and tells none that is small', () => {
    const column = { fixedBytes: 4, alignBytes: 4, meanBytes: 4, nullShare: 0 }
    const layout = { kind: 'table', rows: 1000, pages: 1000, fillfactor: 100, columns: [column] } as const
    const inspection = judged({
      tables: ['1', '2', '3'].map((oid) => tableFacts({ oid, table: `public.t${oid}` })),
      layouts: ['1', '2'].map((oid) => ({ oid, ...layout })),
      measuredBloat: [{ oid: '2', freeBytes: 2 ** 30, share: 0.1 }],
    })
    expect(subjects(inspection, 'bloat')).toEqual(['public.t1'])
    expect(inspection.tables.map(({ bloat }) => bloat?.source ?? null)).toEqual([
      'estimate',
      'pgstattuple',
      null,
    ])
  })

  it('says how old the statistics are, and that replicas count for themselves', () => {
    const { database } = inspectionFacts()
    const young = { ...database, statisticsSince: '2025-11-10T11:00:00.000Z', replicas: 2 }
    const inspection = judged({ database: young })
    expect(inspection.statistics.ageMs).toBe(3_600_000)
    expect(inspection.notes.join(' ')).toMatch(/younger than a week.*2 replicas/)
    expect(judged({ database: { ...database, statisticsSince: null } }).statistics.ageMs).toBeNull()
  })

  it('finds connections that run out, and one that holds its transaction open', () => {
    const connections = { max: 100, reserved: 3, inDatabase: 1, byState: { idle: 80, active: 3 } }
    const found = judged({ connections: { ...connections, longestIdleInTransactionMs: 600_000 } })
    expect(found.connections?.used).toBe(83)
    expect(found.findings.map(({ detail }) => detail)).toEqual([
      'few are left',
      expect.stringContaining('idle in its transaction for 600 s'),
    ])
  })
})
