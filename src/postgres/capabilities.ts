// What each version of PostgreSQL can do, in one table: nothing else compares version numbers.
import { environmentError } from '../model/errors.js'
import type { Session } from './session.js'

/** The first server_version_num that has it. */
const SINCE = {
  /** The setting client_connection_check_interval. */
  connectionCheck: 14_00_00,
  /** The setting idle_session_timeout. */
  idleSessionTimeout: 14_00_00,
  /** Counters of custom and generic plans in pg_prepared_statements. */
  planCounters: 14_00_00,
  /** CREATE DATABASE … STRATEGY */
  createDatabaseStrategy: 15_00_00,
  /** UNIQUE NULLS NOT DISTINCT. */
  nullsNotDistinct: 15_00_00,
  /** Cumulative statistics in shared memory, and pg_stat_force_next_flush(). */
  sharedStatistics: 15_00_00,
  /** EXPLAIN (GENERIC_PLAN). */
  genericPlan: 16_00_00,
  /** When an index was last scanned, in pg_stat_all_indexes. */
  lastIndexScan: 16_00_00,
  /** The setting transaction_timeout. */
  transactionTimeout: 17_00_00,
  /** The view pg_stat_checkpointer; before that pg_stat_bgwriter counts checkpoints. */
  checkpointerView: 17_00_00,
  /** The setting file_copy_method: a database is cloned where the file system can. */
  fileCopyMethod: 18_00_00,
  /** pg_stat_checkpointer.num_done: without those that were skipped because nothing had changed. */
  checkpointsDone: 18_00_00,
} as const

export type Capabilities = Readonly<Record<keyof typeof SINCE, boolean>>

const OLDEST = 13_00_00

/** By server_version_num; a version newer than we know has all. Throws an environment error for one older than 13. */
export function capabilitiesOf(versionNumber: number): Capabilities {
  if (versionNumber < OLDEST) {
    throw environmentError(`PostgreSQL ${versionName(versionNumber)} is too old`, {
      hint: 'Versions 13 to 18 are supported: choose another server',
    })
  }
  const names = Object.keys(SINCE) as (keyof typeof SINCE)[]
  return Object.fromEntries(names.map((name) => [name, versionNumber >= SINCE[name]])) as Capabilities
}

export async function readCapabilities(session: Session): Promise<Capabilities> {
  const [row] = await session.query(`select current_setting('server_version_num') as version`)
  return capabilitiesOf(Number(row?.['version']))
}

/** 120022 → "12.22", 90624 → "9.6.24". */
function versionName(versionNumber: number): string {
  const major = Math.floor(versionNumber / 10_000)
  const rest = versionNumber % 10_000
  return major >= 10 ? `${major}.${rest}` : `${major}.${Math.floor(rest / 100)}.${rest % 100}`
}
