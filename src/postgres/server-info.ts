// What the server says of itself: version, extensions, and the settings that move plans and times.
import type { Session } from './session.js'

export interface ServerInfo {
  readonly version: string
  readonly versionNumber: number
  readonly description: string
  readonly pgvector: string | null
  readonly settings: Readonly<Record<string, string>>
}

/** Settings recorded with every result: each can change a plan or a time. */
const RECORDED_SETTINGS = [
  'autovacuum',
  'effective_cache_size',
  'fsync',
  'hash_mem_multiplier',
  'jit',
  'maintenance_work_mem',
  'max_parallel_workers_per_gather',
  'plan_cache_mode',
  'random_page_cost',
  'shared_buffers',
  'synchronize_seqscans',
  'wal_level',
  'work_mem',
]

const SERVER = `
select current_setting('server_version') as version,
       current_setting('server_version_num') as version_number,
       version() as description,
       (select extversion from pg_extension where extname = 'vector') as pgvector`

/** The collation decides which indexes serve LIKE and how long text compares; it is the database's, no setting. */
const SETTINGS = `
select name, current_setting(name) as value
from pg_settings
where name = any ($1::text[])
   -- Whatever else was set for the planner, here or for all.
   or (category like 'Query Tuning%' and source not in ('default', 'override'))
union all
select 'collation', datcollate from pg_database where datname = current_database()
order by name`

export async function readServerInfo(session: Session): Promise<ServerInfo> {
  const [server] = await session.query(SERVER)
  const settings = await session.query(SETTINGS, [`{${RECORDED_SETTINGS.join(',')}}`])
  return {
    version: server?.['version'] ?? 'unknown',
    versionNumber: Number(server?.['version_number'] ?? 0),
    description: server?.['description'] ?? 'unknown',
    pgvector: server?.['pgvector'] ?? null,
    settings: Object.fromEntries(settings.map((row) => [row['name'] ?? '', row['value'] ?? ''])),
  }
}
