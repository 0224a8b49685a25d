// Reads one file of a scenario, of bounded size and in UTF-8.
import { readFile, stat } from 'node:fs/promises'
import { usageError } from '../model/errors.js'
import type { SourceText } from '../model/scenario.js'
import { notUtf8 } from '../postgres/sql/readable-source.js'
import { displayPath } from './display-path.js'

export const FILE_LIMIT_BYTES = 1024 * 1024

const UTF16_MARKS = new Set(['fffe', 'feff'])

/**
 * The file without a byte order mark; undefined where there is none.
 * Throws a usage error for a file over 1 MiB or in another encoding.
 */
export async function readSource(file: string): Promise<SourceText | undefined> {
  const path = displayPath(file)
  const facts = await stat(file).catch(() => undefined)
  // A device or a pipe has no size and no end.
  if (facts === undefined || !facts.isFile()) return undefined
  if (facts.size > FILE_LIMIT_BYTES) {
    throw usageError(
      `${path} has ${facts.size} bytes, but files of a scenario have at most ${FILE_LIMIT_BYTES}`,
      {
        hint: 'Leave data to the dataset: a scenario holds only queries and migrations',
      },
    )
  }
  return { path, text: decode(path, await readFile(file)) }
}

function decode(path: string, bytes: Buffer): string {
  if (UTF16_MARKS.has(bytes.toString('hex', 0, 2))) throw notUtf8(path, 'UTF-16')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw notUtf8(path, 'not UTF-8')
  }
}
