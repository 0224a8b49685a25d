// Which operators row-level security trusts. One that is not leakproof could tell of rows it was given, by an error or by its
// time, so PostgreSQL evaluates the policy first: an index cannot be searched by it.
import type { Session } from '../session.js'

export interface OperatorTrust {
  readonly operator: string
  readonly leakproof: boolean
}

/**
 * First the operators of the index's own operator families, for the type of the column; the others (LIKE, from which a range is
 * derived; -> in an expression) by the types of the table's columns. An operator of several types is
 * leakproof where one of them is: nothing is accused that may be innocent.
 */
const TRUST = /* sql */ `
with target as (
  select x.indexrelid, x.indrelid, x.indclass::oid[] as classes
  from pg_index x
  join pg_class c on c.oid = x.indexrelid
  join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = $1 and c.relname = $2
), wanted as (
  select jsonb_array_elements_text($3::jsonb) as name
), own as (
  select o.oprname::text as name, bool_or(p.proleakproof) as leakproof
  from target
  join pg_opclass k on k.oid = any (target.classes)
  join pg_amop a on a.amopfamily = k.opcfamily and a.amoplefttype = k.opcintype and a.amoppurpose = 's'
  join pg_operator o on o.oid = a.amopopr
  join pg_proc p on p.oid = o.oprcode
  group by 1
), others as (
  select o.oprname::text as name, bool_or(p.proleakproof) as leakproof
  from target
  join pg_operator o on o.oprleft in (
    select atttypid from pg_attribute where attrelid = target.indrelid and attnum > 0
    union all
    select k.opcintype from pg_opclass k where k.oid = any (target.classes)
  )
  join pg_proc p on p.oid = o.oprcode
  group by 1
)
select wanted.name, coalesce(own.leakproof, others.leakproof) as leakproof
from wanted
left join own using (name)
left join others using (name)
where coalesce(own.leakproof, others.leakproof) is not null
order by wanted.name collate "C"`

/** Of those the catalog knows, by name. */
export async function readOperatorTrust(
  session: Session,
  index: { readonly schema: string; readonly name: string },
  operators: readonly string[],
): Promise<readonly OperatorTrust[]> {
  const rows = await session.query(TRUST, [index.schema, index.name, JSON.stringify(operators)])
  return rows.map(({ name, leakproof }) => ({ operator: name ?? '', leakproof: leakproof === 't' }))
}
