// From where on something is worth telling. A server with less to tell is left alone.

export const LIMITS = {
  /** Dead rows in a table that is not due for autovacuum yet. */
  deadRows: 1000,
  deadShare: 0.2,
  bloatBytes: 2 ** 20,
  bloatShare: 0.3,
  /** Mean rows that a sequential scan reads, and how often it was done beside the building of indexes. */
  scannedRows: 10_000,
  sequentialScans: 10,
  /** A build counts once for each process that takes part: two workers, unless max_parallel_maintenance_workers says more. */
  scansOfBuild: 3,
  /** Under so many blocks a share says nothing. */
  cacheRequests: 10_000,
  cacheShare: 0.9,
  meanStatementMs: 100,
  connectionShare: 0.8,
  idleInTransactionMs: 300_000,
  /** Statistics younger than this have not seen a week's work. */
  statisticsAgeMs: 7 * 24 * 3_600_000,
} as const
