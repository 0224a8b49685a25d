// PGlite with pgvector: PostgreSQL compiled to WebAssembly, in this process, its files in memory.
import { PGlite } from '@electric-sql/pglite'
import { vector } from '@electric-sql/pglite-pgvector'

export type PgliteDatabase = PGlite

/** Everything a data directory depends on; raised by hand together with the two packages. */
export const PGLITE_VERSION = '0.5.14-pgvector-0.0.15'

/**
 * Boots a database in memory, from a dumped data directory where one is given.
 * Without one initdb runs first: some 4 to 15 s, against under one.
 */
export async function openPglite(dataDirectory: Uint8Array | null): Promise<PGlite> {
  const loaded = dataDirectory === null ? {} : { loadDataDir: new Blob([new Uint8Array(dataDirectory)]) }
  return PGlite.create({ extensions: { vector }, ...loaded })
}

/** The data directory as a tar archive, uncompressed: gzip would cost more time than the disk it saves. */
export async function dumpPglite(database: PGlite): Promise<Uint8Array> {
  const dump = await database.dumpDataDir('none')
  return new Uint8Array(await dump.arrayBuffer())
}

/** A second database with the same content, in memory beside the first. */
export const clonePglite = async (database: PGlite): Promise<PGlite> => openPglite(await dumpPglite(database))
