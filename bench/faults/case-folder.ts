// The folders of one case, with neighbours in them that a run must not touch.
import { createHash } from 'node:crypto'
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { processesIn } from './processes.js'
import { NEIGHBOUR_RESULT, readResultFiles } from './result-files.js'
import type { Surroundings } from './surroundings.js'

/** Names of the folders in a case's own; short, for a unix socket's path has 107 bytes at most. */
export interface FolderNames {
  readonly results: string
  readonly temporary: string
  readonly scenario: string
}

export const ORDINARY_NAMES: FolderNames = { results: 'r', temporary: 't', scenario: 'tiny' }

export interface CaseFolder {
  /** The working folder of the run: everything else is in it. */
  readonly path: string
  readonly results: string
  readonly temporary: string
  readonly scenario: string
}

export function nameCaseFolder(path: string, names: FolderNames): CaseFolder {
  const [results, temporary, scenario] = [names.results, names.temporary, names.scenario]
  return {
    path,
    results: join(path, results),
    temporary: join(path, temporary),
    scenario: join(path, scenario),
  }
}

/** A finished run, one that is being written by a process that is alive, a cluster of that, and one of nobody's. */
export async function settleNeighbours(folder: CaseFolder): Promise<void> {
  await mkdir(folder.temporary, { recursive: true })
  // A server that runs under another account has to get through.
  await chmod(folder.path, 0o755)
  await chmod(folder.temporary, 0o1777)
  for (const [path, text] of Object.entries(neighbourFiles(folder))) {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
}

const neighbourFiles = ({ results, temporary }: CaseFolder): Readonly<Record<string, string>> => ({
  [join(results, '2025-01-01T00-00-00-000Z-tiny-embedded', 'result.json')]: NEIGHBOUR_RESULT,
  [join(results, `.2025-01-01T00-00-00-001Z-tiny-local.${process.pid}.partial`, 'samples.ndjson')]:
    '{"type": "header"}\n',
  [join(temporary, 'indexproof-Ab12Cd', 'data', 'PG_VERSION')]: '15\n',
  [join(temporary, 'indexproof-Ef34Gh', 'owner.json')]: JSON.stringify({
    tool: 'indexproof',
    parent: process.pid,
    supervisor: process.pid,
  }),
})

/**
 * Whatever is new in the case's folder is ours, except runs with evidence, finished or not: they are there to be read and
 * gone on with. A process killed in the moment of writing one may leave what is not yet a run: the next removes that.
 */
export function caseSurroundings(folder: CaseFolder, kills: boolean): Surroundings {
  return {
    snapshot: async () => {
      const { runs, strays } = await readResultFiles(folder.results)
      const named = kills ? [...runs, ...strays] : runs
      const known = new Set(named.map((name) => join(folder.results, name)))
      const found = await Promise.all([folder.path, folder.results, folder.temporary].map(entriesOf))
      const files = found.flat().filter((path) => !known.has(path))
      const processes = await processesIn(folder.path)
      return {
        ours: [
          ...files.map((path) => `file ${relative(folder.path, path)}`),
          ...processes.map(({ pid, commandLine }) => `process ${pid}: ${commandLine}`),
        ],
        neighbours: await checksums(Object.keys(neighbourFiles(folder))),
      }
    },
  }
}

async function entriesOf(folder: string): Promise<readonly string[]> {
  return (await readdir(folder).catch(() => [])).map((name) => join(folder, name))
}

async function checksums(paths: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const entries = paths.map(async (path): Promise<[string, string]> => {
    const text = await readFile(path).catch(() => null)
    return [path, text === null ? 'gone' : createHash('sha256').update(text).digest('hex')]
  })
  return Object.fromEntries(await Promise.all(entries))
}
