// A prepared data directory, kept so that the next start skips initdb (7 s against 0.7 s on two shared cores).
// One file per version of PGlite and pgvector, named by the hash of its content: a damaged one is told by its name.
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWholeFile } from '../model/write-whole-file.js'

export interface DataDirectoryCache {
  /** The cached archive, or null where there is none or it is damaged (it is removed then). */
  load(): Promise<Uint8Array | null>
  /** Keeps an archive in place of any other of the same version. */
  store(archive: Uint8Array): Promise<void>
  /** Drops what is there, because it did not boot. */
  discard(): Promise<void>
}

/** `version` names everything the archive depends on. */
export function dataDirectoryCache(folder: string, version: string): DataDirectoryCache {
  const prefix = `pglite-${version}-`
  const list = async (): Promise<string[]> => {
    const names = await readdir(folder).catch(() => [])
    return names.filter((name) => name.startsWith(prefix) && name.endsWith('.tar'))
  }
  const discard = async (): Promise<void> => {
    for (const name of await list()) await rm(join(folder, name), { recursive: true, force: true })
  }
  return {
    discard,
    load: async () => {
      const [name] = await list()
      if (name === undefined) return null
      const archive = await readFile(join(folder, name)).catch(() => null)
      if (archive !== null && name === fileName(prefix, archive)) return archive
      // One that cannot be removed either is passed over: it will be no better at the next start.
      await discard().catch(() => {})
      return null
    },
    store: async (archive) => {
      await discard()
      await mkdir(folder, { recursive: true })
      await writeWholeFile(join(folder, fileName(prefix, archive)), Buffer.from(archive))
    },
  }
}

const fileName = (prefix: string, archive: Uint8Array): string =>
  `${prefix}${createHash('sha256').update(archive).digest('hex').slice(0, 32)}.tar`
