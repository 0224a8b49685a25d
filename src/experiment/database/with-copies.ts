// Copies of the database side by side, each for good without the migration or with it.
import type { CopyName } from '../../model/price.js'
import type { Copy } from '../../measure/price/measured-write.js'
import type { Session } from '../../postgres/session.js'
import type { Server } from '../../server/server.js'
import { STATEMENT_LIMITS_MS } from '../observe/time-limits.js'
import type { MadeArms } from './with-arms.js'

/** Room that is left alone: the log and what the writes add. */
const SPARE_BYTES = 2 ** 29

/** Those of `before`, `after` and `control` that there is room for; none where not even two are. */
export async function affordableCopies(server: Server): Promise<readonly CopyName[]> {
  const all: readonly CopyName[] = ['before', 'after', 'control']
  const free = await server.freeBytes()
  if (free === null) return all
  const [row] = await server.session.query('select pg_database_size(current_database()) as bytes')
  const count = Math.floor((free - SPARE_BYTES) / Number(row?.['bytes']))
  return count < 2 ? [] : all.slice(0, count)
}

export async function withCopies<T>(
  server: Server,
  names: readonly CopyName[],
  turnInto: MadeArms['turnInto'],
  work: (copies: readonly Copy[]) => Promise<T>,
  made: readonly Copy[] = [],
): Promise<T> {
  const [name, ...rest] = names
  if (name === undefined) {
    await server.checkpoint()
    return work(made)
  }
  return server.withClone(async (session, reconnect) => {
    const owner = await prepareCopy(session, name, turnInto)
    return withCopies(server, rest, turnInto, work, [...made, { name, session, owner, reconnect }])
  })
}

/** Returns the owner of its tables. */
async function prepareCopy(
  session: Session,
  name: CopyName,
  turnInto: MadeArms['turnInto'],
): Promise<string> {
  await turnInto(name === 'after' ? 'after' : 'before', session)
  await session.limitStatements(STATEMENT_LIMITS_MS.checking)
  const [me] = await session.query('select current_user as owner')
  return me?.['owner'] ?? ''
}
