// What runs that were killed left behind, on each kind of server, and its removal. The embedded server leaves nothing.
import type { PgSessionOptions } from '../postgres/pg-session.js'
import { listOrphanContainers, removeContainers } from './docker/orphans.js'
import { listOrphanClusters, removeOrphanCluster } from './local/orphans.js'
import { dropScratch, listOrphans } from './scratch/orphans.js'
import { connected } from './url.js'
import { checkHost, type Allowed } from './url/guard.js'

export interface Leftover {
  readonly kind: 'cluster' | 'container' | 'database' | 'role'
  readonly name: string
  /** Whose it was, in words. */
  readonly of: string
  remove(): Promise<void>
}

export async function localLeftovers(): Promise<readonly Leftover[]> {
  return (await listOrphanClusters()).map((orphan) => ({
    kind: 'cluster',
    name: orphan.folder,
    of: orphan.serverPid === null ? 'no server runs in it' : `server process ${orphan.serverPid}`,
    remove: () => removeOrphanCluster(orphan),
  }))
}

/** Throws an environment error where no engine answers. */
export async function dockerLeftovers(signal: AbortSignal): Promise<readonly Leftover[]> {
  return (await listOrphanContainers(signal)).map(({ id, name, run }) => ({
    kind: 'container',
    name,
    of: `run ${run}`,
    remove: () => removeContainers([id], signal),
  }))
}

/** Throws a refusal for a host that was not allowed, and an environment error without a connection. */
export async function urlLeftovers(
  options: PgSessionOptions & { readonly allowed: Allowed },
): Promise<readonly Leftover[]> {
  checkHost(options.address, options.allowed.hosts)
  const orphans = await connected(options, listOrphans)
  return orphans.map((orphan) => ({
    kind: orphan.kind,
    name: orphan.name,
    of: orphan.marker === null ? 'a run that ended before it could say which' : `run ${orphan.marker.run}`,
    remove: () => connected(options, (session) => dropScratch(session, orphan)),
  }))
}
