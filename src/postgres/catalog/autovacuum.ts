// Autovacuum of our tables. Where a server is not ours its settings are not either, but tables can refuse it by themselves:
// a vacuum in the middle of a comparison moves plans and times.
import { quoteQualified } from '../identifiers.js'
import type { Session } from '../session.js'

const TABLES = `
select n.nspname as schema, c.relname as name
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`

/** Every table of the database, partitions included; does nothing on a server that has it off altogether. */
export async function switchOffAutovacuum(session: Session): Promise<void> {
  const [setting] = await session.query(`select current_setting('autovacuum') as value`)
  if (setting?.['value'] === 'off') return
  for (const { schema, name } of await session.query(TABLES)) {
    const table = quoteQualified(schema ?? '', name ?? '')
    await session.script(`alter table ${table} set (autovacuum_enabled = off)`)
  }
}
