// Numbers that a migration or a setting takes from the size of the data.
import { closest } from '../model/closest.js'
import { usageError } from '../model/errors.js'
import type { PlaceholderRule } from '../model/scenario.js'

/**
 * Fewer rows a list ruin recall, and pgvector's own notice about little data comes only below one row a list: 300 rows
 * in 30 lists gave no notice, and recall 0.65 instead of 0.84.
 */
const ROWS_PER_LIST = 50
/** pgvector's IVFFLAT_MAX_LISTS. */
const MOST_LISTS = 32768

const RULES: Readonly<Record<PlaceholderRule['rule'], (rows: number) => number>> = {
  'ivfflat-lists': ivfflatLists,
  // The start that pgvector's README gives; a sweep may find a better one.
  'ivfflat-probes': (rows) => Math.ceil(Math.sqrt(ivfflatLists(rows))),
}

/** The value of each placeholder by name. Throws a usage error for a table the dataset has not. */
export function resolvePlaceholders(
  placeholders: Readonly<Record<string, PlaceholderRule>>,
  rowsByTable: Readonly<Record<string, number>>,
): Record<string, string> {
  const values = Object.entries(placeholders).map(([name, { rule, table }]) => {
    const rows = Object.hasOwn(rowsByTable, table) ? rowsByTable[table] : undefined
    if (rows === undefined) throw unknownTable(name, table, Object.keys(rowsByTable))
    return [name, String(RULES[rule](rows))] as const
  })
  return Object.fromEntries(values)
}

function ivfflatLists(rows: number): number {
  const most = Math.min(Math.floor(rows / ROWS_PER_LIST), MOST_LISTS)
  return Math.max(1, Math.min(Math.round(Math.sqrt(rows)), most))
}

function unknownTable(name: string, table: string, tables: readonly string[]): Error {
  const meant = closest(table, tables)
  const suggestion = meant === undefined ? '' : ` Did you mean "${meant}"?`
  return usageError(
    `Placeholder "${name}" counts the rows of "${table}", a table the dataset has not.${suggestion}`,
    {
      hint: `Its tables: ${tables.join(', ')}`,
    },
  )
}
