// What of ours is on a user's server, and checksums of all that is the user's: databases with their contents, and roles.
import { createHash } from 'node:crypto'
import type { Address } from '../../../src/model/address.js'
import type { Row } from '../../../src/postgres/session.js'
import type { Surroundings } from '../surroundings.js'
import { withSuiteSession } from './suite-session.js'

/** A database's horizons of transaction ids move by themselves. */
const CLUSTER = `
select 'database' as kind, d.datname as name,
       (to_jsonb(d) - '{datfrozenxid,datminmxid}'::text[])::text || coalesce(shobj_description(d.oid, 'pg_database'), '') as is
from pg_database d
union all
select 'role', a.rolname, to_jsonb(a)::text || coalesce(shobj_description(a.oid, 'pg_authid'), '') from pg_authid a
union all
select 'settings', setdatabase || '/' || setrole, setconfig::text from pg_db_role_setting
union all
select 'member', member::regrole || '/' || roleid::regrole, admin_option::text from pg_auth_members
union all
select 'tablespace', spcname, to_jsonb(s)::text from pg_tablespace s
union all
select 'session', pid::text, application_name from pg_stat_activity where application_name like 'indexproof%'`

const CONTENTS = `
select 'items' as name, md5(string_agg(t::text, '|' order by t::text)) as is from stock.items t
union all
select 'sales', md5(string_agg(t::text, '|' order by t::text)) from sales t
union all
select 'catalogs', concat_ws(' ', (select count(*) from pg_class), (select count(*) from pg_proc),
       (select count(*) from pg_type), (select count(*) from pg_namespace), (select count(*) from pg_extension),
       (select count(*) from pg_attribute))`

/** `decoys` look as if they were ours. */
export const serverSurroundings = (
  address: Address,
  databases: readonly string[],
  decoys: readonly string[],
): Surroundings => ({
  snapshot: async () => {
    const rows = await withSuiteSession(address, (session) => session.query(CLUSTER))
    const isOurs = ({ kind, name }: Row): boolean =>
      kind === 'session' || ((name ?? '').startsWith('indexproof_') && !others.has(name ?? ''))
    const others = new Set([...decoys, ...databases])
    const neighbours = rows.filter((row) => !isOurs(row)).map(({ kind, name, is }) => [`${kind} ${name}`, is])
    return {
      ours: rows.filter(isOurs).map(({ kind, name }) => `${kind} ${name}`),
      neighbours: Object.fromEntries(
        [...neighbours, ...(await contentsOf(address, databases))].map(([name, is]) => [name, hash(is)]),
      ) as Readonly<Record<string, string>>,
    }
  },
})

async function contentsOf(address: Address, databases: readonly string[]): Promise<readonly string[][]> {
  const contents: string[][] = []
  for (const database of databases) {
    const rows = await withSuiteSession({ ...address, database }, (session) => session.query(CONTENTS))
    contents.push(...rows.map(({ name, is }) => [`${name} of ${database}`, is ?? '']))
  }
  return contents
}

const hash = (text: string | null | undefined): string =>
  createHash('sha256')
    .update(text ?? '')
    .digest('hex')
