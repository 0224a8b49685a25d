// Who is connected. A role without pg_read_all_stats sees that others are there, not what they do.
import { z } from 'zod'
import type { ConnectionFacts } from '../../../model/inspection-facts.js'
import type { Session } from '../../session.js'
import { numberIn, numberOrNull } from './values.js'

const CONNECTIONS = /* sql */ `
with clients as (
  select a.datname, case when a.query = '<insufficient privilege>' then 'not visible' else coalesce(a.state, 'not visible') end
      as state, a.state_change
  from pg_stat_activity a
  where a.datid is not null and a.usesysid is not null and coalesce(a.backend_type, 'client backend') = 'client backend'
)
select current_setting('max_connections') as max,
  current_setting('superuser_reserved_connections')::int
    + coalesce(current_setting('reserved_connections', true), '0')::int as reserved,
  (select count(*) from clients where datname = current_database()) as here,
  (select coalesce(json_object_agg(s.state, s.number), '{}')
    from (select state, count(*) as number from clients group by state) s) as states,
  (select max(extract(epoch from clock_timestamp() - state_change)) * 1000 from clients
    where state like 'idle in transaction%') as idle_ms`

const states = z.record(z.string(), z.int())

export async function readConnections(session: Session): Promise<ConnectionFacts> {
  const [row = {}] = await session.query(CONNECTIONS)
  return {
    max: numberIn(row, 'max'),
    reserved: numberIn(row, 'reserved'),
    inDatabase: numberIn(row, 'here'),
    byState: states.parse(JSON.parse(row['states'] ?? '{}')),
    longestIdleInTransactionMs: numberOrNull(row['idle_ms']),
  }
}
