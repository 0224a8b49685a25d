// A word from the command line to the folder of a run.
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { closest } from '../../model/closest.js'
import { usageError } from '../../model/errors.js'

/** A path of a folder, or the name of one in the folder of results. Throws a usage error with the latest runs. */
export async function findRun(pathOrName: string, resultsFolder: string): Promise<string> {
  for (const folder of [pathOrName, join(resultsFolder, pathOrName)]) {
    if (await isFolder(folder)) return folder
  }
  const runs = (await readdir(resultsFolder).catch(() => [])).filter((name) => !name.startsWith('.')).sort()
  const meant = closest(pathOrName, runs)
  throw usageError(`No run "${pathOrName}".${meant === undefined ? '' : ` Did you mean "${meant}"?`}`, {
    hint:
      runs.length === 0
        ? `There are no runs in "${resultsFolder}" yet`
        : `Latest runs in "${resultsFolder}":\n${runs
            .slice(-5)
            .map((run) => `  ${run}`)
            .join('\n')}`,
  })
}

const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() ?? false
