// The migration files of a scenario, in the order they apply.
import { join } from 'node:path'
import { usageError } from '../model/errors.js'
import type { SourceText } from '../model/scenario.js'
import { displayPath } from './display-path.js'
import { loadSqlFiles } from './load-sql-files.js'

/** Every .sql file of migrations/, by name. Throws a usage error where there is none. */
export async function loadMigrations(scenarioFolder: string): Promise<readonly SourceText[]> {
  const { entries, files } = await loadSqlFiles(scenarioFolder, 'migrations')
  if (files.length > 0) return files
  throw usageError(
    `No migration files: ${displayPath(join(scenarioFolder, 'migrations'))} ${emptiness(entries)}`,
    { hint: 'Put the SQL under test into migrations/001_name.sql' },
  )
}

function emptiness(entries: readonly string[] | undefined): string {
  if (entries === undefined) return 'does not exist'
  return entries.length === 0 ? 'is empty' : `holds no .sql file, only ${entries.slice(0, 5).join(', ')}`
}
