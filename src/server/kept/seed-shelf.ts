// What a run may take from the kept seeds, and put there: the one database with the data that it asks for.
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, rename, stat, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeptSeed, Seeded } from '../../model/kept-seed.js'
import type { ServerKind } from '../../model/server-kinds.js'
import {
  ARCHIVE,
  digestOf,
  findKeptSeed,
  LABEL,
  listKeptSeeds,
  removeKeptSeed,
  removeUnfinished,
} from './kept-seeds.js'

/** What of a server the files of a database depend on. */
export interface KeptOn {
  readonly kind: ServerKind
  readonly version: string
}

export interface SeedShelf {
  /** Null where there is none, or it is damaged, or it is not wanted. */
  find(on: KeptOn): Promise<{ readonly archive: string; readonly seeded: Seeded } | null>
  /** Drops it, because it did not start. */
  discard(on: KeptOn): Promise<void>
  /** `write` makes the archive at that path. Never throws: a run goes on without; why is told. */
  keep(on: KeptOn, seeded: Seeded, write: (path: string) => Promise<void>): Promise<void>
}

export interface ShelfOptions {
  /** Of all kept seeds. */
  readonly folder: string
  /** Everything the rows depend on, as text. */
  readonly data: string
  /** In words: `chat, small, seed 1`. */
  readonly of: string
  /** Nothing is taken; what is seeded anew takes its place. */
  readonly fresh: boolean
  readonly note: (message: string) => void
}

/** All kept seeds together; the ones that were not used for longest go first. */
const MOST_BYTES = 10 * 2 ** 30
/** Of the room on the disk, a single one. */
const MOST_OF_DISK = 1 / 4

export function seedShelf(options: ShelfOptions): SeedShelf {
  const { folder, fresh, note } = options
  const keyOf = (on: KeptOn): string =>
    createHash('sha256')
      .update(JSON.stringify([options.data, on.kind, on.version, process.arch]))
      .digest('hex')
      .slice(0, 32)
  return {
    find: async (on) => {
      if (fresh) return null
      const found = await findKeptSeed(folder, keyOf(on)).catch(() => null)
      return found === null ? null : { archive: join(found.folder, ARCHIVE), seeded: found.seeded }
    },
    discard: (on) => removeKeptSeed(join(folder, keyOf(on))).catch(() => {}),
    keep: async (on, seeded, write) => {
      const key = keyOf(on)
      const partial = join(folder, `${key}.${process.pid}.${randomBytes(4).toString('hex')}.partial`)
      try {
        await removeUnfinished(folder)
        await mkdir(partial, { recursive: true, mode: 0o700 })
        const archive = join(partial, ARCHIVE)
        await write(archive)
        const label = { tool: 'indexproof', key, server: on.kind, of: options.of, seeded } as const
        await writeLabel(partial, archive, label)
        await makeRoom(folder, partial, key)
        if (fresh) await removeKeptSeed(join(folder, key))
        await takePlace(partial, join(folder, key))
      } catch (error) {
        note(
          `the seeded database is not kept for later runs: ${error instanceof Error ? error.message : String(error)}`,
        )
      } finally {
        await removeKeptSeed(partial).catch(() => {})
      }
    },
  }
}

async function writeLabel(
  partial: string,
  archive: string,
  label: Pick<KeptSeed, 'tool' | 'key' | 'server' | 'of' | 'seeded'>,
): Promise<void> {
  const sha256 = await digestOf(archive)
  if (sha256 === null) throw new Error('what was written cannot be read again')
  const sizeBytes = (await stat(archive)).size
  const seed: KeptSeed = { ...label, keptAt: new Date().toISOString(), sizeBytes, sha256 }
  await writeFile(join(partial, LABEL), `${JSON.stringify(seed, null, 2)}\n`)
}

async function makeRoom(folder: string, partial: string, key: string): Promise<void> {
  const { size } = await stat(join(partial, ARCHIVE))
  const disk = await statfs(folder)
  if (size > Math.min(MOST_BYTES, disk.bavail * disk.bsize * MOST_OF_DISK))
    throw new Error(`${Math.ceil(size / 2 ** 20)} MB are too much of the disk's room`)
  const seeds = (await listKeptSeeds(folder)).filter((seed) => seed.key !== key)
  const used = await Promise.all(
    seeds.map(async (seed) => ({ ...seed, usedMs: (await stat(join(seed.folder, LABEL))).mtimeMs })),
  )
  let total = size + used.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  for (const { folder: oldest, sizeBytes } of used.toSorted((a, b) => a.usedMs - b.usedMs)) {
    if (total <= MOST_BYTES) return
    await removeKeptSeed(oldest)
    total -= sizeBytes
  }
}

/** Another run may have kept the same in the meantime: the first one stays. */
async function takePlace(partial: string, folder: string): Promise<void> {
  await rename(partial, folder).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error
  })
}
