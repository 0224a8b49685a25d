// Who is at the folder of a run: a file named after the process, for as long as it is. Everybody leaves their own before they
// look for those of others, so of two that come at once at least one sees the other, and gives way.
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { usageError, type HarnessError } from '../../model/errors.js'
import { isRunning } from '../../model/is-running.js'

const LOCK = /^\.running\.(\d+)$/

/** To be in the folder when it appears. */
export const ownLock = (): string => `.running.${process.pid}`

/** Folders that this process is at: a lock of its id in another is of a process before it, as in a container started again. */
const held = new Set<string>()

/** Throws a usage error where another process that still runs is at it, or the folder cannot be written. */
export async function takeLock(path: string): Promise<void> {
  if (held.has(path)) throw stillMeasured(path, process.pid)
  held.add(path)
  try {
    await leaveLock(path)
    for (const name of await readdir(path)) {
      const owner = Number(LOCK.exec(name)?.[1] ?? process.pid)
      if (owner === process.pid) continue
      if (isRunning(owner)) throw stillMeasured(path, owner)
      // Of a process that was killed.
      await rm(join(path, name), { force: true })
    }
  } catch (error) {
    await releaseLock(path)
    throw error
  }
}

const leaveLock = (path: string): Promise<void> =>
  writeFile(join(path, ownLock()), '').catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    throw usageError(`The run in "${path}" cannot be gone on with: ${reason}`, { cause: error })
  })

const stillMeasured = (path: string, owner: number): HarnessError =>
  usageError(`The run in "${path}" is not interrupted: process ${owner} is measuring it`, {
    hint: 'Wait until it is done',
  })

/** Where the folder was taken away or replaced, what the run itself met is the error to tell. */
export async function releaseLock(path: string): Promise<void> {
  held.delete(path)
  await rm(join(path, ownLock()), { force: true }).catch(() => {})
}
