// A file that is either there with all of its content, or as it was before: a process may be killed and a disk may fill
// up at any byte. (Of the library for this, a write that the last room of a disk cut short came out as a whole one.)
import { open, rename, rm } from 'node:fs/promises'

/** Throws what the file system says, and leaves nothing then. */
export async function writeWholeFile(path: string, content: string | Uint8Array): Promise<void> {
  const partial = `${path}.${process.pid}.partial`
  try {
    await writeSynced(partial, content)
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {})
    throw error
  }
}

async function writeSynced(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'w')
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}
