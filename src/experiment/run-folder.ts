// The folder a run leaves. It grows beside its final place under a name that says whose it is, and takes its real
// name when everything is in it: a folder with a run's name is always whole.
import { rmSync } from 'node:fs'
import { appendFile, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { brokenError, usageError } from '../model/errors.js'

export interface RunFolder {
  /** Adds text to a file. */
  append(file: string, text: string): Promise<void>
  /** Writes a file whole, with the folders above it. */
  write(file: string, text: string): Promise<void>
  /** Gives the folder its final name; returns its path. Nothing can be written after that. */
  publish(): Promise<string>
}

/** Runs `work` with a new folder for this run; without `publish`, nothing of it remains. */
export async function withRunFolder<T>(
  parent: string,
  runId: string,
  work: (folder: RunFolder) => Promise<T>,
): Promise<T> {
  const staging = join(parent, `.${runId}.${process.pid}.partial`)
  await create(parent, staging)
  // A second Ctrl-C ends the process at once: what follows no `finally` still leaves nothing.
  const removeNow = (): void => rmSync(staging, { recursive: true, force: true })
  process.once('exit', removeNow)
  try {
    return await work({
      append: (file, text) => written(join(staging, file), (path) => appendFile(path, text)),
      write: (file, text) =>
        written(join(staging, file), async (path) => {
          await mkdir(dirname(path), { recursive: true })
          await writeFileAtomic(path, text)
        }),
      publish: async () => {
        const final = join(parent, runId)
        await written(final, (path) => rename(staging, path))
        return final
      },
    })
  } finally {
    await rm(staging, { recursive: true, force: true })
    process.off('exit', removeNow)
  }
}

/** A full disk, or a folder taken away under the run, is no bug of ours. */
async function written(path: string, write: (path: string) => Promise<void>): Promise<void> {
  try {
    await write(path)
  } catch (error) {
    throw brokenError(
      `"${path}" cannot be written: ${error instanceof Error ? error.message : String(error)}`,
      {
        hint: 'Check the space and the rights of the output folder, then run again',
        cause: error,
      },
    )
  }
}

async function create(parent: string, staging: string): Promise<void> {
  try {
    await mkdir(parent, { recursive: true })
    await removeOrphans(parent)
    await mkdir(staging)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw usageError(`The output folder "${parent}" cannot be written: ${reason}`, {
      hint: 'Name a folder you may write to with --out',
      cause: error,
    })
  }
}

const STAGING = /^\..+\.(\d+)\.partial$/

/** A killed run cannot clean up after itself; the next one does. */
async function removeOrphans(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const owner = STAGING.exec(name)?.[1]
    if (owner !== undefined && !isRunning(Number(owner))) {
      await rm(join(parent, name), { recursive: true, force: true })
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs, as somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
