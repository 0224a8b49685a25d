// An open file of vectors: its size, and bytes from any place.
import { open, type FileHandle } from 'node:fs/promises'
import { usageError } from '../../model/errors.js'

export interface OpenFile {
  readonly path: string
  readonly size: number
  /** As many bytes as asked for, or fewer at the end of the file. */
  read(offset: number, length: number): Promise<Buffer>
}

/** Throws usageError where there is no such file, or it may not be read. */
export async function withFile<T>(path: string, work: (file: OpenFile) => Promise<T>): Promise<T> {
  const handle = await openHandle(path)
  try {
    const stats = await handle.stat()
    if (!stats.isFile()) throw notReadable(path, 'it is not a file')
    return await work({ path, size: stats.size, read: (offset, length) => readAt(handle, offset, length) })
  } finally {
    await handle.close()
  }
}

async function openHandle(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r')
  } catch (error) {
    throw notReadable(path, error instanceof Error ? error.message : String(error))
  }
}

async function readAt(handle: FileHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, offset + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}

const notReadable = (path: string, reason: string): Error =>
  usageError(`The vectors in ${path} cannot be read: ${reason}.`, {
    hint: 'Give the path of an .fvecs, .bvecs, .npy or raw float32 file that you may read.',
  })
