// The state of a database as far as it can drift under a measurement: what is read at the start and end of every block.
import { z } from 'zod'

export const tableStateSchema = z.strictObject({
  /** schema.name */
  table: z.string(),
  /** Estimates of the cumulative statistics. */
  liveRows: z.int(),
  deadRows: z.int(),
  /** Inserted, updated and deleted so far, also by what was rolled back. */
  writtenRows: z.int(),
  /** Of the heap, now. */
  pages: z.int(),
  /** All-visible pages: of the visibility map where pg_visibility can be asked, else as of the last vacuum (pg_class). */
  visiblePages: z.int(),
  /** Pages in shared buffers; null where pg_buffercache cannot be asked. */
  residentPages: z.int().nullable(),
  vacuums: z.int(),
  autovacuums: z.int(),
  analyzes: z.int(),
  autoanalyzes: z.int(),
  /** Digest of what the planner knows: pg_stats, and rows and pages in pg_class, of the table and its indexes. */
  statistics: z.string(),
  /** Digest of which indexes there are, and of the files of table and indexes: a rewrite or rebuild changes it. */
  storage: z.string(),
})
export type TableState = z.infer<typeof tableStateSchema>

export const databaseStateSchema = z.strictObject({
  /** All outside of the system's schemas, by schema and name. */
  tables: z.array(tableStateSchema),
  /** schema.name of indexes that are not valid or not ready, and of the migration's that are gone. */
  unusableIndexes: z.array(z.string()),
  /** Of these tables, under way when the state was read: counted only once it ends. */
  maintenance: z.array(z.strictObject({ kind: z.enum(['VACUUM', 'ANALYZE']), table: z.string() })),
  /** Of the whole cluster so far; null where nothing counts them. */
  checkpoints: z.int().nullable(),
})
export type DatabaseState = z.infer<typeof databaseStateSchema>

/** How busy the machine was that the client runs on. */
export const pressureSchema = z.strictObject({
  /** Share of the last 10 s in which some process waited for a CPU, percent (Linux); null where it cannot be read. */
  cpuPercent: z.number().nullable(),
  /** Load average over a minute; null where the system has none. */
  load: z.number().nullable(),
})
export type Pressure = z.infer<typeof pressureSchema>

const armTable = tableStateSchema.pick({ deadRows: true, pages: true, visiblePages: true })

/** A table of two databases that each are an arm. */
export const armTableSchema = z.strictObject({
  /** schema.name */
  table: z.string(),
  /** Null where the arm has no such table. */
  before: armTable.nullable(),
  after: armTable.nullable(),
  /** Does the planner know the same of it and its indexes? */
  sameStatistics: z.boolean(),
})
export type ArmTable = z.infer<typeof armTableSchema>
