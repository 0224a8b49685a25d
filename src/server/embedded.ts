// The embedded server: PGlite in this process and in memory, so that nothing is left behind however the run ends.
import { environmentError } from '../model/errors.js'
import { dumpPglite, openPglite, PGLITE_VERSION, type PgliteDatabase } from '../postgres/pglite.js'
import { pgliteSession } from '../postgres/pglite-session.js'
import { dataDirectoryCache, type DataDirectoryCache } from './pglite-cache.js'
import { serve } from './serve.js'
import type { Server } from './server.js'

export interface EmbeddedOptions {
  /** Where the prepared data directory is kept between runs. */
  readonly cacheFolder: string
  readonly signal: AbortSignal
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
  /** Told when a start takes longer than usual, and why. */
  readonly note: (message: string) => void
}

const CAVEATS = [
  'PGlite is PostgreSQL compiled to WebAssembly: believe its plans, blocks and ratios, not its milliseconds.',
  'One process without parallel workers, autovacuum or background writer; data in memory, so nothing is ever read from disk.',
]

export async function withEmbeddedServer<T>(
  options: EmbeddedOptions,
  work: (server: Server) => Promise<T>,
): Promise<T> {
  const database = await start(options)
  try {
    const session = pgliteSession({ database, signal: options.signal, now: options.now })
    return await work(await serve(session, 'embedded', CAVEATS))
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
