// Where a server keeps its data, if that is a folder of this machine.
import type { Address } from '../../model/address.js'
import { hostKind } from '../../model/host-kind.js'
import type { Session } from '../../postgres/session.js'

/** A server's folder is only known to be on our disk when it is reached by a socket, and only told to some accounts. */
export async function visibleDataFolder(session: Session, { host }: Address): Promise<string | null> {
  const [row] = await session.query(`select setting from pg_settings where name = 'data_directory'`)
  return hostKind(host) === 'socket' ? (row?.['setting'] ?? null) : null
}
