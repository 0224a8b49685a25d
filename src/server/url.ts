// The url server: a PostgreSQL of the user's. Nothing of theirs is touched: the run works in scratch databases of its own,
// beside the database that was named, and drops them.
import type { Address } from '../model/address.js'
import { hostKind } from '../model/host-kind.js'
import { withPgSession, type PgSessionOptions } from '../postgres/pg-session.js'
import type { Session } from '../postgres/session.js'
import { withClusterServer } from './cluster-server.js'
import { accountChecks } from './preflight/account-checks.js'
import { visibleDataFolder } from './preflight/data-folder.js'
import { diskCheck } from './preflight/disk-check.js'
import { requireChecks, type ServerNeeds } from './preflight/needs.js'
import { NOTHING_KEPT } from './kept/nothing-kept.js'
import type { Server } from './server.js'
import type { ServerPorts } from './server-ports.js'
import { detectPooler, refusePooler } from './url/detect-pooler.js'
import { explainConnectError } from './url/explain-connect-error.js'
import { checkHost, checkLooks, type Allowed } from './url/guard.js'
import { readLooks } from './url/read-looks.js'

export interface UrlOptions extends ServerPorts {
  readonly address: Address
  readonly allowed: Allowed
}

export async function withUrlServer<T>(
  options: UrlOptions,
  work: (server: Server) => Promise<T>,
): Promise<T> {
  await preflight(options)
  return withClusterServer(
    {
      ...options,
      kind: 'url',
      lasting: true,
      // Nothing is left on a server of the user's, seeded databases neither.
      kept: NOTHING_KEPT,
      caveats: caveatsOf(options.address),
      image: null,
    },
    work,
  )
}

/** Looks before anything is made. Throws a refusal where the server must not be touched, else an environment error. */
async function preflight(options: UrlOptions): Promise<void> {
  const { address, allowed, needs } = options
  checkHost(address, allowed.hosts)
  await connected(options, async (session) => {
    checkLooks(await readLooks(session), allowed)
    requireChecks([...(await accountChecks(session, needs)), await diskCheckOf(session, address, needs)])
  })
  const mode = await detectPooler(address, options).catch((error: unknown) => {
    throw explainConnectError(error, address)
  })
  refusePooler(address, mode)
}

/** Like withPgSession, with an explanation where there is no connection. */
export async function connected<T>(
  options: PgSessionOptions,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  let isConnected = false
  return withPgSession(options, (session) => {
    isConnected = true
    return work(session)
  }).catch((error: unknown) => {
    throw isConnected ? error : explainConnectError(error, options.address)
  })
}

export const diskCheckOf = async (
  session: Session,
  address: Address,
  needs: ServerNeeds,
): ReturnType<typeof diskCheck> => diskCheck(await visibleDataFolder(session, address), needs)

const caveatsOf = ({ host }: Address): readonly string[] => [
  'A server of your own: whatever else runs on it is in the times, and its settings are its own.',
  ...(hostKind(host) === 'network'
    ? ['Every execution crosses the network; its cost is the client floor.']
    : []),
]
