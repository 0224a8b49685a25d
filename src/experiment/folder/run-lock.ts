// Who is at the folder of a run: a file named after the process, for as long as it is. Everybody leaves their own before they
// look for those of others, so of two that come at once at least one sees the other, and gives way.
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { usageError } from '../../model/errors.js'
import { isRunning } from '../../model/is-running.js'

const LOCK = /^\.running\.(\d+)$/

/** To be in the folder when it appears. */
export const ownLock = (): string => `.running.${process.pid}`

/** Throws a usage error where another process that still runs is at it, or the folder cannot be written. */
export async function takeLock(path: string): Promise<void> {
  await writeFile(join(path, ownLock()), '', { flag: 'wx' }).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    throw usageError(`The run in "${path}" cannot be gone on with: ${reason}`, { cause: error })
  })
  for (const name of await readdir(path)) {
    const owner = Number(LOCK.exec(name)?.[1] ?? process.pid)
    if (owner === process.pid) continue
    if (isRunning(owner)) {
      await releaseLock(path)
      throw usageError(`The run in "${path}" is not interrupted: process ${owner} is measuring it`, {
        hint: 'Wait until it is done',
      })
    }
    // Of a process that was killed.
    await rm(join(path, name), { force: true })
  }
}

/** Where the folder was taken away or replaced, what the run itself met is the error to tell. */
export const releaseLock = (path: string): Promise<void> =>
  rm(join(path, ownLock()), { force: true }).catch(() => {})
