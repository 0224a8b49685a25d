// What `inspect` says of a database: inspect --json, and inspect-before.json and inspect-after.json in the folder of a run.
// Its JSON Schema is published as schemas/inspection.schema.json; any change to it raises INSPECTION_VERSION.
import { z } from 'zod'
import { indexShapeSchema } from './index-facts.js'

export const INSPECTION_VERSION = 1

const share = z.number().nullable()

/** Blocks asked for and how many of them were in shared buffers; null where none was asked for. */
export const cacheHitSchema = z.strictObject({ requests: z.int(), share })
export type CacheHit = z.infer<typeof cacheHitSchema>

export const bloatSchema = z.strictObject({
  /** Measured by pgstattuple, or estimated from the planner's statistics. */
  source: z.enum(['pgstattuple', 'estimate']),
  freeBytes: z.int(),
  /** Of the relation's size. */
  share: z.number(),
})
export type Bloat = z.infer<typeof bloatSchema>

export const tableAutovacuumSchema = z.strictObject({
  enabled: z.boolean(),
  /** The table's own settings, as name=value. */
  own: z.array(z.string()),
  /** More dead rows than this and it is due: threshold + scale factor × rows. */
  vacuumAbove: z.number(),
  /** More changed rows than this since the last ANALYZE. */
  analyzeAbove: z.number(),
  due: z.boolean(),
})

export const inspectedTableSchema = z.strictObject({
  table: z.string(),
  /** With what is stored beside the rows (TOAST, maps). */
  tableBytes: z.int(),
  indexBytes: z.int(),
  /** As of the last VACUUM or ANALYZE; null where there was none. */
  rowsAtStatistics: z.number().nullable(),
  liveRows: z.int(),
  deadRows: z.int(),
  /** Dead ÷ all; null of an empty table. */
  deadShare: share,
  modifiedSinceAnalyze: z.int(),
  sequentialScans: z.int(),
  /** Rows that they read. */
  sequentialRows: z.int(),
  indexScans: z.int(),
  /** Scans by index ÷ all scans; null where there was none. */
  indexShare: share,
  cache: cacheHitSchema,
  indexCache: cacheHitSchema,
  lastVacuumAt: z.string().nullable(),
  lastAnalyzeAt: z.string().nullable(),
  transactionAge: z.int(),
  autovacuum: tableAutovacuumSchema,
  bloat: bloatSchema.nullable(),
})
export type InspectedTable = z.infer<typeof inspectedTableSchema>

export const inspectedIndexSchema = indexShapeSchema.omit({ keys: true, parameters: true }).extend({
  /**
   * used: scanned since the statistics began. enforcing: never scanned, but a constraint, uniqueness or replication lives by
   * it. unused: neither. building: CREATE INDEX or REINDEX is at work on it. invalid: no query may use it.
   */
  state: z.enum(['used', 'enforcing', 'unused', 'building', 'invalid']),
  scans: z.int(),
  lastScanAt: z.string().nullable(),
  cache: cacheHitSchema,
  /** Foreign keys whose rows it finds. */
  foreignKeys: z.array(z.string()),
  bloat: bloatSchema.nullable(),
})
export type InspectedIndex = z.infer<typeof inspectedIndexSchema>

export const inspectedOverlapSchema = z.strictObject({
  /** duplicate: all that `index` can do, `of` can. prefix: its columns are the first of `of`. */
  kind: z.enum(['duplicate', 'prefix']),
  index: z.string(),
  of: z.string(),
  sizeBytes: z.int(),
  definition: z.string(),
  ofDefinition: z.string(),
})
export type InspectedOverlap = z.infer<typeof inspectedOverlapSchema>

export const inspectedKeySchema = z.strictObject({
  constraint: z.string(),
  table: z.string(),
  references: z.string(),
  columns: z.array(z.string()),
  /** Indexes that find the referencing rows when one is deleted that they refer to. */
  indexes: z.array(z.string()),
})

export const inspectedConnectionsSchema = z.strictObject({
  max: z.int(),
  reserved: z.int(),
  used: z.int(),
  inDatabase: z.int(),
  byState: z.record(z.string(), z.int()),
  longestIdleInTransactionMs: z.number().nullable(),
})
export type InspectedConnections = z.infer<typeof inspectedConnectionsSchema>

export const inspectedStatementSchema = z.strictObject({
  query: z.string(),
  calls: z.int(),
  totalMs: z.number(),
  meanMs: z.number(),
  rows: z.int(),
  cache: cacheHitSchema,
})

export const findingKindSchema = z.enum([
  'invalid index',
  'duplicate index',
  'prefix-redundant index',
  'unused index',
  'foreign key without index',
  'dead rows',
  'bloat',
  'autovacuum off',
  'transaction age',
  'sequential scans',
  'cache',
  'slow statement',
  'connections',
])
export type FindingKind = z.infer<typeof findingKindSchema>

export const inspectionFindingSchema = z.strictObject({
  kind: findingKindSchema,
  /** The index, table, foreign key or statement. */
  subject: z.string(),
  detail: z.string(),
  /** Disk that it is about; null where it is about none. */
  sizeBytes: z.int().nullable(),
})
export type InspectionFinding = z.infer<typeof inspectionFindingSchema>

/** The key numbers, which the report of a run shows too. */
export const inspectionSummarySchema = z.strictObject({
  databaseBytes: z.int(),
  tables: z.int(),
  tableBytes: z.int(),
  indexes: z.int(),
  indexBytes: z.int(),
  usedIndexes: z.int(),
  /** Unused without a constraint, uniqueness or replication that lives by them. */
  unusedIndexes: z.int(),
  unusedBytes: z.int(),
  indexScans: z.int(),
  invalidIndexes: z.int(),
  duplicateIndexes: z.int(),
  prefixIndexes: z.int(),
  foreignKeys: z.int(),
  coveredForeignKeys: z.int(),
  deadRows: z.int(),
  cache: cacheHitSchema,
  indexCache: cacheHitSchema,
})
export type InspectionSummary = z.infer<typeof inspectionSummarySchema>

export const inspectionSchema = z.strictObject({
  inspectionVersion: z.literal(INSPECTION_VERSION),
  tool: z.strictObject({ name: z.literal('indexproof'), version: z.string() }),
  /** By the server's clock. */
  at: z.string(),
  server: z.strictObject({
    version: z.string(),
    versionNumber: z.int(),
    database: z.string(),
    role: z.string(),
    replica: z.boolean(),
    replicas: z.int().nullable(),
    startedAt: z.string().nullable(),
  }),
  statistics: z.strictObject({
    /** Null where they were never reset. */
    since: z.string().nullable(),
    /** Null with it. */
    ageMs: z.number().nullable(),
    counting: z.boolean(),
  }),
  summary: inspectionSummarySchema,
  findings: z.array(inspectionFindingSchema),
  /** What a reader must know before believing a count. */
  notes: z.array(z.string()),
  /** What the role could not see. */
  unseen: z.array(z.strictObject({ what: z.string(), why: z.string() })),
  /** By scans, the most first. */
  indexes: z.array(inspectedIndexSchema),
  overlaps: z.array(inspectedOverlapSchema),
  foreignKeys: z.array(inspectedKeySchema),
  /** By size, the largest first. */
  tables: z.array(inspectedTableSchema),
  /** Null where it is not seen. */
  connections: inspectedConnectionsSchema.nullable(),
  /** By total time, the most first; null where pg_stat_statements is not there or not seen. */
  statements: z.array(inspectedStatementSchema).nullable(),
})
export type Inspection = z.infer<typeof inspectionSchema>
