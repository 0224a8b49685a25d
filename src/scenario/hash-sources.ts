// The identity of a scenario: two runs asked the same question if, and only if, their hashes are equal.
import { createHash } from 'node:crypto'
import { relative, sep } from 'node:path'
import type { SourceText } from '../model/scenario.js'

/** SHA-256, hex, over the path in the folder, length and text of every file, in the order of their paths. */
export function hashSources(folder: string, files: readonly SourceText[]): string {
  const hash = createHash('sha256')
  const named = files.map(({ path, text }) => ({ path: relative(folder, path).split(sep).join('/'), text }))
  for (const { path, text } of named.sort((a, b) => (a.path < b.path ? -1 : 1))) {
    // With its length first, no text can be taken for the end of one file and the start of the next.
    hash.update(`${path}\0${Buffer.byteLength(text)}\0${text}`)
  }
  return hash.digest('hex')
}
