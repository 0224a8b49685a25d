// The migration files of a scenario, in the order they apply.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { usageError } from '../model/errors.js'
import type { SourceText } from '../model/scenario.js'
import { displayPath } from './display-path.js'
import { readSource, SQL_LIMIT_BYTES } from './read-source.js'

/** Every .sql file of migrations/, by name. Throws a usage error where there is none. */
export async function loadMigrations(scenarioFolder: string): Promise<readonly SourceText[]> {
  const folder = join(scenarioFolder, 'migrations')
  const entries = await readdir(folder).catch(() => undefined)
  // By code units, not by a locale: the order must be the same on every machine.
  const names = (entries ?? []).filter((name) => name.endsWith('.sql') && !name.startsWith('.')).sort()
  const sources = await Promise.all(
    names.map((name) => readSource(join(folder, name), scenarioFolder, SQL_LIMIT_BYTES)),
  )
  const files = sources.filter((source) => source !== undefined)
  if (files.length > 0) return files
  throw usageError(`No migration files: ${displayPath(folder)} ${emptiness(entries)}`, {
    hint: 'Put the SQL under test into migrations/001_name.sql',
  })
}

function emptiness(entries: readonly string[] | undefined): string {
  if (entries === undefined) return 'does not exist'
  return entries.length === 0 ? 'is empty' : `holds no .sql file, only ${entries.slice(0, 5).join(', ')}`
}
