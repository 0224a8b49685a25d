// The SQL files of a folder of a scenario, in the order they apply.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { SourceText } from '../model/scenario.js'
import { readSource, SQL_LIMIT_BYTES } from './read-source.js'

interface SqlFolder {
  /** Names of whatever is in it; undefined where there is no such folder. */
  readonly entries: readonly string[] | undefined
  /** Every .sql file, by name. */
  readonly files: readonly SourceText[]
}

export async function loadSqlFiles(scenarioFolder: string, name: string): Promise<SqlFolder> {
  const folder = join(scenarioFolder, name)
  const entries = await readdir(folder).catch(() => undefined)
  // By code units, not by a locale: the order must be the same on every machine.
  const names = (entries ?? []).filter((entry) => entry.endsWith('.sql') && !entry.startsWith('.')).sort()
  const sources = await Promise.all(
    names.map((entry) => readSource(join(folder, entry), scenarioFolder, SQL_LIMIT_BYTES)),
  )
  return { entries, files: sources.filter((source) => source !== undefined) }
}
