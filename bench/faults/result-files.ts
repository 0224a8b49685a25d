// The folder of results, read as a stranger would: which runs are whole, and which files are torn.
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { resultSchema } from '../../src/model/result.js'

/** Of a run that the suite itself puts there. */
export const NEIGHBOUR_RESULT = '{"schemaVersion": 1}\n'

export interface ResultFiles {
  /** Folders of runs: those with a result or samples. */
  readonly runs: readonly string[]
  /** Of these, how many have a result. */
  readonly results: number
  /** Other folders, and hidden ones: no user would look for a run there. */
  readonly strays: readonly string[]
  /** Files that were half-written, with what is wrong. */
  readonly torn: readonly string[]
}

/** Files that an atomic write left under a name of its own are no results. */
export async function readResultFiles(folder: string): Promise<ResultFiles> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const all = await Promise.all(
    names.map(async (name) => ({ name, files: await filesIn(join(folder, name)) })),
  )
  const has = (files: readonly string[], wanted: string): boolean =>
    files.some((file) => basename(file) === wanted)
  const runs = all.filter(
    ({ name, files }) => !name.startsWith('.') && (has(files, 'result.json') || has(files, 'samples.ndjson')),
  )
  const problems = await Promise.all(all.flatMap(({ files }) => files).map(problemOf))
  return {
    runs: runs.map(({ name }) => name),
    results: runs.filter(({ files }) => has(files, 'result.json')).length,
    strays: all.filter((one) => !runs.includes(one)).map(({ name }) => name),
    torn: problems.filter((problem) => problem !== null),
  }
}

/** Results that are no results, partial ones included. */
export async function invalidResults(folder: string): Promise<readonly string[]> {
  const { runs } = await readResultFiles(folder)
  const problems = runs.map(async (run) => {
    const path = join(folder, run, 'result.json')
    const text = await readFile(path, 'utf8').catch(() => null)
    if (text === null || text === NEIGHBOUR_RESULT || !parses(text)) return null
    const { error } = resultSchema.safeParse(JSON.parse(text))
    return error === undefined ? null : `${path} is no result: ${error.issues[0]?.path.join('.')}`
  })
  return (await Promise.all(problems)).filter((problem) => problem !== null)
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** Null also where the file is gone by now. */
async function problemOf(path: string): Promise<string | null> {
  const isSamples = path.endsWith('.ndjson')
  if (!isSamples && !path.endsWith('.json')) return null
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return null
  const parts = isSamples ? wholeLines(text) : [text]
  const broken = parts.findIndex((part) => !parses(part))
  return broken < 0 ? null : `${path}:${broken + 1} of ${parts.length} is not JSON`
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
