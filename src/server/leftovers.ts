// What runs that were killed left behind, on each kind of server, what was kept for later runs, and its removal.
import type { PgSessionOptions } from '../postgres/pg-session.js'
import { listOrphanContainers, removeContainers } from './docker/orphans.js'
import type { ServerKind } from '../model/server-kinds.js'
import { listKeptSeeds, removeKeptSeed, removeUnfinished } from './kept/kept-seeds.js'
import { listOrphanClusters, removeOrphanCluster } from './local/orphans.js'
import { dropScratch, listOrphans } from './scratch/orphans.js'
import { connected } from './url.js'
import { checkHost, type Allowed } from './url/guard.js'

export interface Leftover {
  readonly kind: 'cluster' | 'container' | 'database' | 'role' | 'seeded database'
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

/** Seeded databases of servers of this kind. */
export async function keptLeftovers(folder: string, server: ServerKind): Promise<readonly Leftover[]> {
  await removeUnfinished(folder)
  const kept = (await listKeptSeeds(folder)).filter((seed) => seed.server === server)
  return kept.map((seed) => ({
    kind: 'seeded database',
    name: seed.folder,
    of: `${seed.of}; ${server}, ${Math.ceil(seed.sizeBytes / 2 ** 20)} MB, kept ${seed.keptAt.slice(0, 10)}`,
    remove: () => removeKeptSeed(seed.folder),
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
