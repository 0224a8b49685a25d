// Free space by the extension pgstattuple, where it is installed and the role may call it. It reads what it measures.
import type { MeasuredBloat } from '../../../model/inspection-facts.js'
import { quoteIdentifier } from '../../identifiers.js'
import type { Row, Session } from '../../session.js'
import { numberIn } from './values.js'

export interface Measurable {
  readonly oid: string
  readonly kind: 'table' | 'index'
  readonly sizeBytes: number
  readonly fillfactor: number
}

/** In all: more would push out of a server's memory, and its disk's time, what others need. */
const MOST_BYTES = 2 ** 30

const EXTENSION = /* sql */ `
select n.nspname as schema,
  bool_and(has_function_privilege(p.oid, 'execute')) filter (where p.proname in ('pgstattuple_approx', 'pgstatindex')) as allowed
from pg_extension e
join pg_namespace n on n.oid = e.extnamespace
left join pg_proc p on p.pronamespace = n.oid and p.proargtypes[0] = 'regclass'::regtype
where e.extname = 'pgstattuple' and has_schema_privilege(n.oid, 'usage')
group by n.nspname`

/** 'not installed' and 'not allowed' are no errors: others are estimated. */
export async function findBloatMeter(
  session: Session,
): Promise<{ readonly schema: string } | 'not installed' | 'not allowed'> {
  const [row] = await session.query(EXTENSION)
  if (row === undefined) return 'not installed'
  return row['allowed'] === 't' ? { schema: row['schema'] ?? '' } : 'not allowed'
}

/** The smallest first, as far as the room for reading goes. */
export function affordable(relations: readonly Measurable[]): readonly Measurable[] {
  let room = MOST_BYTES
  return [...relations]
    .sort((a, b) => a.sizeBytes - b.sizeBytes)
    .filter(({ sizeBytes }) => (room -= sizeBytes) >= 0 && sizeBytes > 0)
}

export async function measureBloat(
  session: Session,
  schema: string,
  relations: readonly Measurable[],
): Promise<MeasuredBloat[]> {
  const meter = quoteIdentifier(schema)
  const ask = async (kind: Measurable['kind'], sql: string): Promise<MeasuredBloat[]> => {
    const asked = relations.filter((relation) => relation.kind === kind)
    const rows = await session.query(sql, [JSON.stringify(asked.map(({ oid }) => oid))])
    const fillfactors = new Map(asked.map(({ oid, fillfactor }) => [oid, fillfactor / 100]))
    return rows.map((row) => measured(row, fillfactors.get(row['oid'] ?? '') ?? 1))
  }
  return [...(await ask('table', tablesSql(meter))), ...(await ask('index', indexesSql(meter)))]
}

const ASKED = `(select oid from jsonb_array_elements_text($1::jsonb) oid)`

/** Dead rows are as good as free: the next VACUUM makes them so. */
const tablesSql = (meter: string): string => /* sql */ `
select a.oid, f.table_len as size, (f.approx_free_space + f.dead_tuple_len)::float8 / nullif(f.table_len, 0) as free, null as density
from ${ASKED} a cross join lateral ${meter}.pgstattuple_approx(a.oid::oid) f`

const indexesSql = (meter: string): string => /* sql */ `
select a.oid, f.index_size as size, null as free,
  case when f.leaf_pages > 0 then f.avg_leaf_density / 100 * f.leaf_pages
    / (f.leaf_pages + f.empty_pages + f.deleted_pages) end as density
from ${ASKED} a cross join lateral ${meter}.pgstatindex(a.oid::oid) f`

function measured(row: Row, fillfactor: number): MeasuredBloat {
  const { oid, free, density } = row
  const lost =
    density === null || density === undefined
      ? Number(free ?? 0) - (1 - fillfactor)
      : 1 - Number(density) / fillfactor
  const share = Math.max(0, lost)
  return { oid: oid ?? '', share, freeBytes: Math.round(share * numberIn(row, 'size')) }
}
