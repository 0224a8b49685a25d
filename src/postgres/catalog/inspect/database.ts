// The database as a whole: since when it counts, and by which rules it cleans up.
import type { DatabaseFacts } from '../../../model/inspection-facts.js'
import type { Row, Session } from '../../session.js'
import { isTrue, momentSql, numberIn, numberOrNull } from './values.js'

const DATABASE = /* sql */ `
select ${momentSql('clock_timestamp()')} as at, current_setting('server_version') as version,
  current_setting('server_version_num') as version_number, current_database() as database, current_user as role,
  pg_is_in_recovery() as replica, (select count(*) from pg_stat_replication) as replicas,
  ${momentSql('pg_postmaster_start_time()')} as started_at,
  (select ${momentSql('d.stats_reset')} from pg_stat_database d where d.datname = current_database()) as since,
  current_setting('track_counts')::bool as counting, pg_database_size(current_database()) as size,
  current_setting('block_size') as block, current_setting('autovacuum')::bool as autovacuum,
  current_setting('autovacuum_vacuum_threshold') as vacuum_threshold,
  current_setting('autovacuum_vacuum_scale_factor') as vacuum_factor,
  current_setting('autovacuum_vacuum_max_threshold', true) as vacuum_max,
  current_setting('autovacuum_analyze_threshold') as analyze_threshold,
  current_setting('autovacuum_analyze_scale_factor') as analyze_factor,
  current_setting('autovacuum_freeze_max_age') as freeze_age`

export async function readDatabase(session: Session): Promise<DatabaseFacts> {
  const [row = {}] = await session.query(DATABASE)
  return {
    at: row['at'] ?? '',
    version: row['version'] ?? '',
    versionNumber: numberIn(row, 'version_number'),
    database: row['database'] ?? '',
    role: row['role'] ?? '',
    replica: isTrue(row, 'replica'),
    replicas: numberOrNull(row['replicas']),
    startedAt: row['started_at'] ?? null,
    statisticsSince: row['since'] ?? null,
    counting: isTrue(row, 'counting'),
    sizeBytes: numberIn(row, 'size'),
    blockBytes: numberIn(row, 'block'),
    autovacuum: autovacuumOf(row),
  }
}

const autovacuumOf = (row: Row): DatabaseFacts['autovacuum'] => ({
  enabled: isTrue(row, 'autovacuum'),
  vacuumThreshold: numberIn(row, 'vacuum_threshold'),
  vacuumScaleFactor: numberIn(row, 'vacuum_factor'),
  vacuumMaxThreshold: numberOrNull(row['vacuum_max']),
  analyzeThreshold: numberIn(row, 'analyze_threshold'),
  analyzeScaleFactor: numberIn(row, 'analyze_factor'),
  freezeMaxAge: numberIn(row, 'freeze_age'),
})
