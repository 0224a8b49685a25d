// Whether an embedded database can be kept at all: its archive is made and read in memory, beside the database.

/**
 * PGlite's tar is read of every file, put together, and then a Blob. Reading it again takes the archive, its Blob, what is
 * unpacked of it, and the files: a database must not be kept that the next run has no room to start from.
 */
const COPIES = 4

/** Bytes of the database, and free ones beside it. Throws Error, for the note that tells why it is not kept. */
export function requireCopyRoom(databaseBytes: number, freeBytes: number): void {
  if (databaseBytes * COPIES <= freeBytes) return
  const [needed, free] = [databaseBytes * COPIES, freeBytes].map((bytes) => Math.round(bytes / 2 ** 20))
  throw new Error(`copying it takes ${needed} MB of memory, and ${free} MB are free`)
}
