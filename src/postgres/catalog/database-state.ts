// The state of a database, as far as it can drift under a measurement. Works as the owner of the database.
import type { DatabaseState } from '../../model/state.js'
import { readCapabilities, type Capabilities } from '../capabilities.js'
import type { Session } from '../session.js'
import { listIndexes } from './indexes.js'
import { readTableStates } from './table-states.js'

/** `expected` are the indexes (schema.name) that must be there. Outside of a transaction. */
export async function readDatabaseState(
  session: Session,
  expected: readonly string[],
): Promise<DatabaseState> {
  const capabilities = await readCapabilities(session)
  await awaitStatistics(session, capabilities)
  return {
    tables: [...(await readTableStates(session))],
    unusableIndexes: await unusableIndexes(session, expected),
    maintenance: await maintenanceUnderWay(session),
    checkpoints: await countCheckpoints(session, capabilities),
  }
}

/**
 * A session reports what it counted about once a second, and before PostgreSQL 15 to a process that writes what others
 * read every 500 ms: the first pause lets this session report, the second outlives what was written before.
 */
export async function awaitStatistics(
  session: Session,
  { sharedStatistics }: Pick<Capabilities, 'sharedStatistics'>,
): Promise<void> {
  if (sharedStatistics) {
    await session.query('select pg_stat_force_next_flush()')
    return
  }
  await session.query('select pg_sleep(0.6)')
  await session.query('select pg_sleep(0.6)')
}

async function unusableIndexes(session: Session, expected: readonly string[]): Promise<string[]> {
  const indexes = await listIndexes(session)
  const named = indexes.map((index) => ({ ...index, name: `${index.schema}.${index.name}` }))
  const there = new Set(named.map(({ name }) => name))
  return [
    ...named.filter(({ valid, ready }) => !valid || !ready).map(({ name }) => name),
    ...expected.filter((name) => !there.has(name)),
  ]
}

/**
 * The progress of other users' sessions hides their table; their locks do not. Maintenance of the system's own tables is
 * left out: it is the echo of indexes that come and go.
 */
const MAINTENANCE = /* sql */ `
select distinct p.kind, n.nspname || '.' || c.relname as "table"
from (
  select pid, 'VACUUM' as kind from pg_stat_progress_vacuum where datname = current_database()
  union all
  select pid, 'ANALYZE' from pg_stat_progress_analyze where datname = current_database()
) p
join pg_locks l on l.pid = p.pid and l.locktype = 'relation' and l.granted
  and l.mode in ('ShareUpdateExclusiveLock', 'AccessExclusiveLock')
join pg_class c on c.oid = l.relation and c.relkind in ('r', 'm', 'p')
join pg_namespace n on n.oid = c.relnamespace
where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
order by 1, 2`

async function maintenanceUnderWay(session: Session): Promise<DatabaseState['maintenance']> {
  const rows = await session.query(MAINTENANCE)
  return rows.map(({ kind, table }) => ({
    kind: kind === 'VACUUM' ? 'VACUUM' : 'ANALYZE',
    table: table ?? '',
  }))
}

/** A run asks for checkpoints before it measures: where none was ever counted, nothing counts them (embedded). */
async function countCheckpoints(session: Session, capabilities: Capabilities): Promise<number | null> {
  const [row] = await session.query(checkpointsSql(capabilities))
  const count = Number(row?.['checkpoints'])
  return count === 0 ? null : count
}

function checkpointsSql({ checkpointerView, checkpointsDone }: Capabilities): string {
  if (checkpointsDone) return 'select num_done as checkpoints from pg_stat_checkpointer'
  if (checkpointerView) return 'select num_timed + num_requested as checkpoints from pg_stat_checkpointer'
  return 'select checkpoints_timed + checkpoints_req as checkpoints from pg_stat_bgwriter'
}
