// The folder a run leaves. Until there is something worth keeping it exists in memory alone, so that a run that ends early,
// however it ends, leaves nothing. It appears whole under its name with the first finished round, and grows from there.
import { appendFile, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { writeWholeFile } from '../../model/write-whole-file.js'
import { brokenError, usageError } from '../../model/errors.js'
import { isRunning } from '../../model/is-running.js'
import { ownLock, releaseLock, takeLock } from './run-lock.js'

export interface RunFolder {
  /** Where it is, or will be. */
  readonly path: string
  /** Is it on disk? */
  isKept(): boolean
  /** Adds text to a file. */
  append(file: string, text: string): Promise<void>
  /** Writes a file whole, with the folders above it. */
  write(file: string, text: string): Promise<void>
  /** Brings it to disk under its name; from then on every write goes there. */
  keep(): Promise<void>
}

/** Runs `work` with a new folder for this run. Throws a usage error where `parent` cannot be written. */
export async function withRunFolder<T>(
  parent: string,
  runId: string,
  work: (folder: RunFolder) => Promise<T>,
): Promise<T> {
  await prepareParent(parent)
  const path = join(parent, runId)
  const pending = new Map<string, string>()
  let kept = false
  const folder: RunFolder = {
    path,
    isKept: () => kept,
    append: async (file, text) => {
      if (kept) await appendOnDisk(path, file, text)
      else pending.set(file, (pending.get(file) ?? '') + text)
    },
    write: async (file, text) => {
      if (kept) await writeOnDisk(path, file, text)
      else pending.set(file, text)
    },
    keep: async () => {
      if (kept) return
      await bringToDisk(parent, path, runId, pending)
      kept = true
      pending.clear()
    },
  }
  try {
    return await work(folder)
  } finally {
    if (kept) await releaseLock(path)
  }
}

/** Runs `work` with the folder of an interrupted run. Throws a usage error where another process is at it. */
export async function withKeptFolder<T>(path: string, work: (folder: RunFolder) => Promise<T>): Promise<T> {
  await takeLock(path)
  try {
    return await work({
      path,
      isKept: () => true,
      append: (file, text) => appendOnDisk(path, file, text),
      write: (file, text) => writeOnDisk(path, file, text),
      keep: () => Promise.resolve(),
    })
  } finally {
    await releaseLock(path)
  }
}

const appendOnDisk = (path: string, file: string, text: string): Promise<void> =>
  written(join(path, file), (target) => appendFile(target, text))

const writeOnDisk = (path: string, file: string, text: string): Promise<void> =>
  written(join(path, file), async (target) => {
    await mkdir(dirname(target), { recursive: true })
    await writeWholeFile(target, text)
  })

/** Beside its place first, then renamed: a folder with a run's name has everything that was known when it got it. */
async function bringToDisk(
  parent: string,
  path: string,
  runId: string,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  const staging = join(parent, `.${runId}.${process.pid}.partial`)
  try {
    await writeOnDisk(staging, ownLock(), '')
    for (const [file, text] of files) await writeOnDisk(staging, file, text)
    await written(path, () => rename(staging, path))
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

/** A full disk, or a folder taken away under the run, is no bug of ours. */
async function written(path: string, write: (path: string) => Promise<void>): Promise<void> {
  try {
    await write(path)
  } catch (error) {
    throw brokenError(`"${path}" cannot be written: ${reasonOf(error)}`, {
      hint: 'Check the space and the rights of the output folder, then run again',
      cause: error,
    })
  }
}

/** Told at once, not after minutes of seeding: the place for the results must take files. */
async function prepareParent(parent: string): Promise<void> {
  try {
    await mkdir(parent, { recursive: true })
    await removeOrphans(parent)
    const probe = join(parent, `.probe.${process.pid}.partial`)
    await mkdir(probe)
    await rm(probe, { recursive: true })
  } catch (error) {
    throw usageError(`The output folder "${parent}" cannot be written: ${reasonOf(error)}`, {
      hint: 'Name a folder you may write to with --out',
      cause: error,
    })
  }
}

const STAGING = /^\..+\.(\d+)\.partial$/

/** A run killed in the moment of keeping its folder cannot clean up after itself; the next one does. */
async function removeOrphans(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const owner = STAGING.exec(name)?.[1]
    if (owner !== undefined && !isRunning(Number(owner))) {
      await rm(join(parent, name), { recursive: true, force: true })
    }
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
