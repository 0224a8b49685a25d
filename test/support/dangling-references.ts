// Foreign keys of a generated dataset that name no row, for tests that expect none.
import type { TableData } from '../../src/model/dataset.js'
import { rowsOfTable, type NamedRow } from './dataset-rows.js'

/** 'table.column' and 'parent.key'. */
export type Reference = readonly [child: string, parent: string]

/** How many rows of each reference have a value that the parent has not; NULL refers to nothing. */
export function danglingReferences(
  tables: readonly TableData[],
  references: readonly Reference[],
): Record<string, number> {
  const rows = new Map(tables.map(({ table }) => [table, rowsOfTable(tables, table)]))
  const found = references.map(([child, parent]) => {
    const known = new Set(column(rows, parent))
    const lost = column(rows, child).filter((value) => value !== null && !known.has(value))
    return [child, lost.length] as const
  })
  return Object.fromEntries(found.filter(([, lost]) => lost > 0))
}

export function valuesOf(tables: readonly TableData[], place: string): unknown[] {
  const [table = ''] = place.split('.')
  return column(new Map([[table, rowsOfTable(tables, table)]]), place)
}

function column(rows: ReadonlyMap<string, readonly NamedRow[]>, place: string): unknown[] {
  const [table = '', name = ''] = place.split('.')
  const found = rows.get(table)
  if (found === undefined) throw new Error(`no table ${table}`)
  return found.map((row) => {
    if (!(name in row)) throw new Error(`no column ${place}`)
    return row[name]
  })
}
