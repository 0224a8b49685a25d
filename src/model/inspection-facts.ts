// What `inspect` reads of a database, before anything is concluded from it. Names are as PostgreSQL would write them:
// with their schema, quoted where they must be.
import type { IndexShape } from './index-facts.js'

export interface DatabaseFacts {
  /** By the server's clock, ISO 8601. */
  readonly at: string
  readonly version: string
  readonly versionNumber: number
  readonly database: string
  readonly role: string
  readonly replica: boolean
  /** Replicas that read the log of this server; null where it was not seen. */
  readonly replicas: number | null
  readonly startedAt: string | null
  /** Since when this database's activity is counted; null where the counts were never reset. */
  readonly statisticsSince: string | null
  /** The setting track_counts: without it nothing is counted. */
  readonly counting: boolean
  readonly sizeBytes: number
  readonly blockBytes: number
  readonly autovacuum: AutovacuumSettings
}

/** Of the server; a table may have its own. */
export interface AutovacuumSettings {
  readonly enabled: boolean
  readonly vacuumThreshold: number
  readonly vacuumScaleFactor: number
  /** Null before PostgreSQL 18. */
  readonly vacuumMaxThreshold: number | null
  readonly analyzeThreshold: number
  readonly analyzeScaleFactor: number
  readonly freezeMaxAge: number
}

export interface TableFacts {
  readonly oid: string
  readonly table: string
  /** The rows themselves. */
  readonly heapBytes: number
  /** With what is stored beside them (TOAST, maps). */
  readonly tableBytes: number
  readonly indexBytes: number
  /** As of the last VACUUM or ANALYZE; null where there was none. */
  readonly rowsAtStatistics: number | null
  readonly liveRows: number
  readonly deadRows: number
  readonly modifiedSinceAnalyze: number
  readonly sequentialScans: number
  readonly sequentialRows: number
  readonly indexScans: number
  readonly heapHits: number
  readonly heapReads: number
  readonly indexHits: number
  readonly indexReads: number
  readonly lastVacuumAt: string | null
  readonly lastAnalyzeAt: string | null
  /** Transactions since the oldest one that may still be in it. */
  readonly transactionAge: number
  /** Its own storage parameters, such as autovacuum_vacuum_scale_factor=0.05. */
  readonly options: readonly string[]
}

export interface IndexUsage {
  readonly oid: string
  readonly shape: IndexShape
  /** The top of a partitioned index: it holds nothing and is never scanned itself. */
  readonly partitioned: boolean
  /** CREATE INDEX or REINDEX is at work on its table. */
  readonly building: boolean
  readonly exclusion: boolean
  /** Two NULLs are the same value to it. */
  readonly nullsNotDistinct: boolean
  /** Foreign keys of other tables that rely on its uniqueness. */
  readonly referenced: boolean
  /** Logical replication finds rows by it. */
  readonly replicaIdentity: boolean
  readonly scans: number
  /** Null before PostgreSQL 16, and where it was never scanned. */
  readonly lastScanAt: string | null
  readonly hits: number
  readonly reads: number
}

export interface KeyFacts {
  readonly constraint: string
  readonly table: string
  readonly references: string
  readonly columns: readonly string[]
  /** Indexes that find the referencing rows. */
  readonly indexes: readonly string[]
}

/** What the width of a row follows from. */
export interface Layout {
  readonly oid: string
  readonly kind: 'table' | 'index'
  /** As of the last VACUUM or ANALYZE, both. */
  readonly rows: number
  readonly pages: number
  readonly fillfactor: number
  /** Null where the role may not see the statistics of a column, or there are none. */
  readonly columns: readonly ColumnLayout[] | null
}

export interface ColumnLayout {
  /** Bytes; null where they vary. */
  readonly fixedBytes: number | null
  readonly alignBytes: number
  readonly meanBytes: number
  readonly nullShare: number
}

/** By pgstattuple, which reads the relation. */
export interface MeasuredBloat {
  readonly oid: string
  readonly freeBytes: number
  readonly share: number
}

export interface ConnectionFacts {
  readonly max: number
  /** Kept for superusers, and since PostgreSQL 16 for a role of its own. */
  readonly reserved: number
  readonly inDatabase: number
  /** Of all databases, by state; `not visible` of other users, without pg_read_all_stats. */
  readonly byState: Readonly<Record<string, number>>
  /** Null where there is none, or none that may be seen. */
  readonly longestIdleInTransactionMs: number | null
}

export interface StatementFacts {
  readonly query: string
  readonly calls: number
  readonly totalMs: number
  readonly meanMs: number
  readonly rows: number
  readonly hits: number
  readonly reads: number
}

export interface Unseen {
  readonly what: string
  readonly why: string
}

export interface InspectionFacts {
  readonly database: DatabaseFacts
  readonly tables: readonly TableFacts[]
  readonly indexes: readonly IndexUsage[]
  readonly foreignKeys: readonly KeyFacts[]
  readonly layouts: readonly Layout[]
  readonly measuredBloat: readonly MeasuredBloat[]
  /** Null where it is not seen: `unseen` says why. */
  readonly connections: ConnectionFacts | null
  readonly statements: readonly StatementFacts[] | null
  readonly unseen: readonly Unseen[]
}
