// Indexes with their scans, and with all that lives by one beside scans.
import type { IndexUsage } from '../../../model/inspection-facts.js'
import type { Capabilities } from '../../capabilities.js'
import type { Session } from '../../session.js'
import { readQuotedIndexShapes } from '../index-shapes.js'
import { isTrue, momentSql, numberIn, usersOnly } from './values.js'

// The progress of other users' sessions hides their table; their locks do not.
const usageSql = ({ nullsNotDistinct, lastIndexScan }: Capabilities): string => /* sql */ `
select x.indexrelid::text as oid, c.relkind = 'I' as partitioned, x.indisexclusion as exclusion,
  ${nullsNotDistinct ? 'x.indnullsnotdistinct' : 'false'} as nulls_not_distinct,
  exists (select from pg_constraint f where f.contype = 'f' and f.conindid = x.indexrelid) as referenced,
  x.indisreplident or (x.indisprimary and t.relreplident = 'd'
    and exists (select from pg_publication_tables p where p.schemaname = tn.nspname and p.tablename = t.relname)) as identity,
  exists (select from pg_stat_progress_create_index p
    join pg_locks l on l.pid = p.pid and l.locktype = 'relation' and l.granted and l.relation = x.indrelid) as building,
  s.idx_scan as scans,
  ${lastIndexScan ? momentSql('s.last_idx_scan') : 'null'} as last_scan,
  i.idx_blks_hit as hits, i.idx_blks_read as reads
from pg_index x
join pg_class c on c.oid = x.indexrelid
join pg_namespace n on n.oid = c.relnamespace
join pg_class t on t.oid = x.indrelid
join pg_namespace tn on tn.oid = t.relnamespace
left join pg_stat_all_indexes s on s.indexrelid = x.indexrelid
left join pg_statio_all_indexes i on i.indexrelid = x.indexrelid
where ${usersOnly('n')}`

export async function readIndexUsage(session: Session, capabilities: Capabilities): Promise<IndexUsage[]> {
  const shapes = await readQuotedIndexShapes(session)
  const rows = new Map(
    (await session.query(usageSql(capabilities))).map((row) => [row['oid'] ?? '', row] as const),
  )
  return [...shapes].map(([oid, shape]) => {
    const row = rows.get(oid) ?? {}
    return {
      oid,
      shape,
      partitioned: isTrue(row, 'partitioned'),
      building: isTrue(row, 'building'),
      exclusion: isTrue(row, 'exclusion'),
      nullsNotDistinct: isTrue(row, 'nulls_not_distinct'),
      referenced: isTrue(row, 'referenced'),
      replicaIdentity: isTrue(row, 'identity'),
      scans: numberIn(row, 'scans'),
      lastScanAt: row['last_scan'] ?? null,
      hits: numberIn(row, 'hits'),
      reads: numberIn(row, 'reads'),
    }
  })
}
