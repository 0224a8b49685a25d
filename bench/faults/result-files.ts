// The folder of results, read as a stranger would: which runs are whole, and which files are torn.
import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

export interface ResultFiles {
  /** Folders with a result. */
  readonly whole: readonly string[]
  /** Folders without one. */
  readonly unfinished: readonly string[]
  /** Files that were half-written, with what is wrong. */
  readonly torn: readonly string[]
  /** Lines of samples read, to tell a check from one that had nothing to check. */
  readonly lines: number
}

/** Nothing is assumed of the names of folders. Files that an atomic write left under a name of its own are no results. */
export async function readResultFiles(folder: string): Promise<ResultFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const checked = await Promise.all(files.map(checkFile))
  const runs = await runFolders(folder)
  const whole = files
    .filter((file) => basename(file) === 'result.json')
    .map((file) => basename(dirname(file)))
  return {
    whole,
    unfinished: runs.filter((name) => !whole.includes(name)),
    torn: checked.flatMap(({ problem }, i) => (problem === null ? [] : [`${files[i]}: ${problem}`])),
    lines: checked.reduce((sum, { lines }) => sum + lines, 0),
  }
}

async function runFolders(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
}

async function checkFile(path: string): Promise<{ problem: string | null; lines: number }> {
  const isSamples = path.endsWith('.ndjson')
  if (!isSamples && !path.endsWith('.json')) return { problem: null, lines: 0 }
  const texts = isSamples ? wholeLines(await readFile(path, 'utf8')) : [await readFile(path, 'utf8')]
  const broken = texts.findIndex((text) => !parses(text))
  const problem = broken < 0 ? null : `line ${broken + 1} of ${texts.length} is not JSON`
  return { problem, lines: isSamples ? texts.length : 0 }
}

/** The last line may have been cut while it was written: what is not ended by a newline is not there. */
const wholeLines = (text: string): readonly string[] => text.split('\n').slice(0, -1)

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
