// What a server has that outlives a session.
import type { Address } from '../../src/model/address.js'
import { withPgSession } from '../../src/postgres/pg-session.js'

const INVENTORY = `
select 'database ' || datname as name from pg_database
union all select 'role ' || rolname from pg_roles
order by 1`

/** Databases and roles, ours and everybody's. */
export const inventory = (address: Address): Promise<readonly string[]> =>
  withPgSession(
    { address, signal: new AbortController().signal, now: () => Number(process.hrtime.bigint()) },
    async (session) => (await session.query(INVENTORY)).map(({ name }) => name ?? ''),
  )
