// The embedded server: PGlite in this process and in memory, so that nothing is left behind however the run ends.
import { readFile, writeFile } from 'node:fs/promises'
import { freemem } from 'node:os'
import { environmentError } from '../model/errors.js'
import type { Seeded } from '../model/kept-seed.js'
import { quoteIdentifier } from '../postgres/identifiers.js'
import {
  clonePglite,
  dumpPglite,
  openPglite,
  PGLITE_VERSION,
  type PgliteDatabase,
} from '../postgres/pglite.js'
import { pgliteSession } from '../postgres/pglite-session.js'
import { readServerInfo } from '../postgres/server-info.js'
import type { Session } from '../postgres/session.js'
import { memoryCheck } from './preflight/memory-check.js'
import { requireChecks } from './preflight/needs.js'
import { fixSettings } from './fix-settings.js'
import { dataDirectoryCache, type DataDirectoryCache } from './pglite-cache.js'
import { requireCopyRoom } from './kept/copy-room.js'
import type { KeptOn } from './kept/seed-shelf.js'
import { keptCluster, startFromKept } from './kept/start-from-kept.js'
import type { Server } from './server.js'
import type { ServerPorts } from './server-ports.js'

export interface EmbeddedOptions extends ServerPorts {
  /** Where the prepared data directory is kept between runs. */
  readonly cacheFolder: string
}

/** PostgreSQL itself, before any data is in it. */
const CLONE_BASE_BYTES = 2 ** 29

const KEPT_ON: KeptOn = { kind: 'embedded', version: PGLITE_VERSION }

const CAVEATS = [
  'PGlite is PostgreSQL compiled to WebAssembly: believe its plans, blocks and ratios, not its milliseconds.',
  'One process without parallel workers, autovacuum or background writer; data in memory, so nothing is ever read from disk.',
]

export async function withEmbeddedServer<T>(
  options: EmbeddedOptions,
  work: (server: Server) => Promise<T>,
): Promise<T> {
  requireChecks([memoryCheck(options.needs)])
  return startFromKept(options, KEPT_ON, async (archive, seeded, started) => {
    const first = archive === null ? await start(options) : await openPglite(await readFile(archive))
    started()
    return withDatabase(first, options, (session, database) =>
      serve({ session, database, seeded }, options, work),
    )
  })
}

interface Embedded {
  readonly session: Session
  readonly database: PgliteDatabase
  /** What is in it already. */
  readonly seeded: Seeded | null
}

async function serve<T>(
  { session, database, seeded }: Embedded,
  options: EmbeddedOptions,
  work: (server: Server) => Promise<T>,
): Promise<T> {
  if (seeded === null) await createOwner(session)
  await session.script(AS_OWNER)
  await fixSettings(session)
  const info = await readServerInfo(session)
  const backUp = (path: string): Promise<void> => backUpEmbedded(session, database, path)
  return work({
    session,
    ...keptCluster(options, KEPT_ON, seeded, backUp),
    facts: { kind: 'embedded', ...info, cluster: null, image: null, caveats: CAVEATS },
    createRoles: (names) => asSuperuser(session, () => createRoles(session, names)),
    checkpoint: () => asSuperuser(session, () => session.script('checkpoint')),
    withClone: async (workOnClone) =>
      withDatabase(await clonePglite(database), options, async (clone) => {
        await clone.script(AS_OWNER)
        await fixSettings(clone)
        return workOnClone(clone, () => Promise.resolve())
      }),
    withSecondSession: (workWith) => workWith(null),
    freeBytes: () => Promise.resolve(Math.max(0, freemem() - CLONE_BASE_BYTES)),
  })
}

async function backUpEmbedded(session: Session, database: PgliteDatabase, path: string): Promise<void> {
  const [row] = await session.query('select pg_database_size(current_database()) as bytes')
  requireCopyRoom(Number(row?.['bytes']), freemem())
  await writeFile(path, await dumpPglite(database), { mode: 0o600 })
}

/** PGlite has one connection, its superuser's: it becomes the owner for as long as nothing else is said. */
const AS_OWNER = 'set session authorization indexproof_owner'
/** RESET would do nothing here. */
const AS_SUPERUSER = 'set session authorization postgres'

async function createOwner(session: Session): Promise<void> {
  await session.script(`
    create role indexproof_owner nosuperuser nobypassrls;
    grant create, temporary on database postgres to indexproof_owner;
    alter schema public owner to indexproof_owner`)
}

async function asSuperuser<R>(session: Session, work: () => Promise<R>): Promise<R> {
  await session.script(AS_SUPERUSER)
  const result = await work()
  await session.script(AS_OWNER)
  return result
}

async function createRoles(session: Session, names: readonly string[]): Promise<Record<string, string>> {
  const roles = Object.fromEntries(names.map((name) => [name, `indexproof_as_${name}`]))
  for (const role of Object.values(roles)) {
    await session.script(`create role ${quoteIdentifier(role)} nologin nosuperuser nobypassrls`)
    await session.script(`grant ${quoteIdentifier(role)} to indexproof_owner`)
  }
  return roles
}

async function withDatabase<T>(
  database: PgliteDatabase,
  { signal, now }: EmbeddedOptions,
  work: (session: Session, database: PgliteDatabase) => Promise<T>,
): Promise<T> {
  try {
    return await work(pgliteSession({ database, signal, now }), database)
  } finally {
    await database.close()
  }
}

async function start({ cacheFolder, note }: EmbeddedOptions): Promise<PgliteDatabase> {
  const cache = dataDirectoryCache(cacheFolder, PGLITE_VERSION)
  const archive = await cache.load()
  if (archive !== null) {
    const database = await openPglite(archive).catch(() => null)
    if (database !== null) return database
    note('the prepared data directory of the embedded server did not start: making it again')
    await cache.discard().catch(() => {})
  } else {
    note('first start of the embedded server: preparing its data directory, once, some 4 to 15 s')
  }
  return prepare(cache, note)
}

async function prepare(cache: DataDirectoryCache, note: (message: string) => void): Promise<PgliteDatabase> {
  const database = await openPglite(null).catch((error: unknown) => {
    throw environmentError('The embedded server did not start', {
      hint: 'It needs about 1 GB of free memory; another server can be chosen with --server',
      cause: error,
    })
  })
  await database.exec('create extension vector')
  // A cache that cannot be written costs the next run some seconds, and nothing else.
  await cache.store(await dumpPglite(database)).catch((error: unknown) => {
    note(
      `the prepared data directory could not be kept: ${error instanceof Error ? error.message : String(error)}`,
    )
  })
  return database
}
