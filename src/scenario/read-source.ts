// Reads one file of a scenario: inside its folder, of bounded size and in UTF-8.
import { readFile, realpath, stat } from 'node:fs/promises'
import { relative, sep } from 'node:path'
import { usageError } from '../model/errors.js'
import type { SourceText } from '../model/scenario.js'
import { notUtf8 } from '../postgres/sql/readable-source.js'
import { displayPath } from './display-path.js'

/** Megabytes of commas take the parser half a minute. */
export const SQL_LIMIT_BYTES = 256 * 1024
/** At some hundred KB of brackets its parser runs out of memory, and the process with it. */
export const YAML_LIMIT_BYTES = 64 * 1024

const UTF16_MARKS = new Set(['fffe', 'feff'])

/**
 * The file without a byte order mark; undefined where there is none.
 * Throws a usage error for a file that is too large, in another encoding, or by a link outside of the scenario.
 */
export async function readSource(
  file: string,
  scenarioFolder: string,
  limitBytes: number,
): Promise<SourceText | undefined> {
  const path = displayPath(file)
  const facts = await stat(file).catch(() => undefined)
  // A device or a pipe has no size and no end.
  if (facts === undefined || !facts.isFile()) return undefined
  await refuseOutside(file, scenarioFolder)
  if (facts.size > limitBytes) {
    throw usageError(
      `${path} has ${facts.size} bytes, but such a file of a scenario has at most ${limitBytes}`,
      {
        hint: 'Leave data to the dataset: a scenario holds only queries and migrations',
      },
    )
  }
  return { path, text: decode(path, await readFile(file)) }
}

/** Frames quote what they point into: a link must not make an error show another file. */
async function refuseOutside(file: string, scenarioFolder: string): Promise<void> {
  const inside = relative(await realpath(scenarioFolder), await realpath(file))
  if (inside !== '..' && !inside.startsWith(`..${sep}`)) return
  throw usageError(`${displayPath(file)} is a link to a file outside of the scenario`, {
    hint: 'Copy the file into the folder of the scenario',
  })
}

function decode(path: string, bytes: Buffer): string {
  if (UTF16_MARKS.has(bytes.toString('hex', 0, 2))) throw notUtf8(path, 'UTF-16')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw notUtf8(path, 'not UTF-8')
  }
}
