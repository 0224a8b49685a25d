// The folder of seeded databases: a folder for each, with its archive and seed.json. A folder gets its name when all that
// is in it is there, and the digest tells of damage since.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, rm, utimes } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { keptSeedSchema, type KeptSeed } from '../../model/kept-seed.js'
import { isRunning } from '../../model/is-running.js'

export const ARCHIVE = 'archive.tar'
export const LABEL = 'seed.json'
const PARTIAL = /^[0-9a-f]{32}\.(\d+)\.[0-9a-f]+\.partial$/

export interface FoundSeed extends KeptSeed {
  readonly folder: string
}

/** Kept under this key and undamaged; a damaged one is removed and null. */
export async function findKeptSeed(root: string, key: string): Promise<FoundSeed | null> {
  const folder = join(root, key)
  const found = await readKeptSeed(folder)
  if (found !== null && (await digestOf(join(folder, ARCHIVE))) === found.sha256) {
    await touch(folder)
    return found
  }
  await removeKeptSeed(folder)
  return null
}

/** All that are whole as far as their labels tell. */
export async function listKeptSeeds(root: string): Promise<readonly FoundSeed[]> {
  const names = await readdir(root).catch(() => [])
  const found = await Promise.all(names.map((name) => readKeptSeed(join(root, name))))
  return found.filter((seed) => seed !== null)
}

/** What processes that were killed had begun to keep. */
export async function removeUnfinished(root: string): Promise<void> {
  for (const name of await readdir(root).catch(() => [])) {
    const pid = PARTIAL.exec(name)?.[1]
    if (pid !== undefined && !isRunning(Number(pid))) await removeKeptSeed(join(root, name))
  }
}

export const removeKeptSeed = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true })

/** Null for a folder that is none of ours, and for one that was never finished. */
async function readKeptSeed(folder: string): Promise<FoundSeed | null> {
  if (PARTIAL.test(basename(folder))) return null
  const text = await readFile(join(folder, LABEL), 'utf8').catch(() => 'null')
  try {
    const seed = keptSeedSchema.safeParse(JSON.parse(text)).data
    return seed === undefined ? null : { ...seed, folder }
  } catch {
    return null
  }
}

/** SHA-256, hex; null where it cannot be read. */
export async function digestOf(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  return pipeline(createReadStream(path, { highWaterMark: 2 ** 20 }), hash).then(
    () => hash.digest('hex'),
    () => null,
  )
}

/** When it was last used decides which one goes when room is needed. */
async function touch(folder: string): Promise<void> {
  const now = new Date()
  await utimes(join(folder, LABEL), now, now).catch(() => {})
}
