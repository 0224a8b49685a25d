// Who is alive on a server: a run holds a lease on what it made, and one run at a time holds the server. Both are advisory
// locks of its session, which the server itself lets go when the process is gone, kill -9 included. They are only ever
// tried: a session that waits for one would deadlock with CREATE INDEX CONCURRENTLY (40P01).
import { environmentError } from '../../model/errors.js'
import type { Session } from '../../postgres/session.js'

/** First key of our locks: "ixpr" in ASCII. */
const LEASES = 0x69_78_70_72
const SERVER = 0x69_78_70_73

/** Takes what a live run holds as long as its session lives. */
export async function takeLease(session: Session, token: string): Promise<void> {
  await session.query('select pg_try_advisory_lock($1::int, $2::int)', [String(LEASES), key(token)])
}

/** Tokens whose run is alive, whichever database of the server its session is in. */
export async function liveTokens(session: Session): Promise<ReadonlySet<string>> {
  const rows = await session.query(
    `select objid::int8 as token from pg_locks
     where locktype = 'advisory' and objsubid = 2 and classid::int8 = $1 and granted`,
    [String(LEASES)],
  )
  return new Set(rows.map(({ token }) => Number(token).toString(16).padStart(8, '0')))
}

const OTHERS = `
select l.pid, a.application_name as name
from pg_locks l left join pg_stat_activity a using (pid)
where l.locktype = 'advisory' and l.objsubid = 2 and l.classid::int8 = $1 and l.granted and l.pid <> pg_backend_pid()`

/** Two runs that measure on one server would measure each other. Throws an environment error where one is there. */
export async function takeServer(session: Session): Promise<void> {
  const [lock] = await session.query('select pg_try_advisory_lock($1::int, 0) as taken', [String(SERVER)])
  // An advisory lock belongs to a database: a run that named another one is found only by looking.
  const [other] = await session.query(OTHERS, [String(SERVER)])
  if (lock?.['taken'] === 't' && other === undefined) return
  const who = other === undefined ? '' : ` (server process ${other['pid']}, ${other['name']})`
  throw environmentError(`Another run of indexproof is measuring on this server${who}`, {
    hint: 'Wait until it is done: two runs at once would measure each other',
  })
}

const key = (token: string): string => String(Number.parseInt(token, 16) | 0)
